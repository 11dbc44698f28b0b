using Ashlar.Core;
using Ashlar.Core.Plan;
using Ashlar.Core.Text;

namespace Ashlar.Tests.Plan;

/// <summary>What a plan says about instances that have not ended: each step where they may stand has a verdict.</summary>
public sealed class InstanceVerdictTests
{
    private const string Frame = """
        system Shop { title "Shop" }
        module Sales
        role Packer granted by Packer
        entity Account principal {
          email: email unique  password: password min 12 max 128  access { read to signed in where this == caller }
        }
        enum Size { Small, Large }
        entity Order {
          number: text max 20
          parcel: text? max 40 readonly
          access { read, create to Packer }
        }
        event OrderPlaced per order { order: Order  size: Size }
        event ParcelArrived { parcel: text max 40 }
        action Place { input { order: Order } access to Packer do { emit OrderPlaced { order: order, size: Small } } }
        action Arrive { input { parcel: text max 40 } access to Packer do { emit ParcelArrived { parcel: parcel } } }
        workflow Fulfilment {
          start on OrderPlaced as placed
          as system
          step Pack {
            task "Pack {placed.order.number}" for Packer
            ask { parcel: text max 40, weight: int } as packed
            within 5d else go Lost
            then Send
          }
          step Send { do { set placed.order.parcel = packed.parcel } then Travel }
          step Travel {
            wait {
              for ParcelArrived as arrived where arrived.parcel == packed.parcel then Close
              within 14d then Lost
            }
          }
          step Close { do { set placed.order.parcel = packed.parcel } then Done }
          end Done
          end Lost
        }  // instances end
        api Web { path "/api"  sign in with password  expose tasks  run Place, Arrive }
        """;

    private const string AllStay = "Pack stays, Send stays, Travel stays, Close stays";

    [Theory]
    [InlineData(AllStay, "14d => 15d")]
    [InlineData(AllStay, "number} => number} now")]
    [InlineData(AllStay, "as packed => as wrapped was packed", "packed.parcel => wrapped.parcel")]
    [InlineData(AllStay, "role Packer granted by Packer => role Keeper was Packer granted by Keeper", " to Packer =>  to Keeper",
        "for Packer => for Keeper")]
    [InlineData(AllStay, "event ParcelArrived { => event ParcelCame was ParcelArrived {", "emit ParcelArrived => emit ParcelCame",
        "for ParcelArrived => for ParcelCame")]
    [InlineData("Pack stays, Send is Post, Travel stays, Close stays",
        "step Send => step Post was Send", "then Send => then Post")]
    [InlineData("Pack stays, Send is stranded, Travel stays, Close stays", "step Send => step Post", "then Send => then Post")]
    [InlineData("Pack begins anew, Send stays, Travel stays, Close stays", "weight: int => weight: int, isFragile: bool")]
    [InlineData("Pack begins anew, Send stays, Travel stays, Close stays",
        "{ parcel: text max 40, weight => { code: text max 40 was parcel, weight", "packed.parcel => packed.code")]
    [InlineData(
        "Pack begins anew, Send stays without packed.code, Travel begins anew without packed.code, "
            + "Close stays without packed.code",
        "{ parcel: text max 40, weight => { code: text max 40, weight", "packed.parcel => packed.code")]
    [InlineData("Pack begins anew, Send stays, Travel stays, Close stays", "for Packer => for Keeper",
        "role Packer granted by Packer => role Packer granted by Packer  role Keeper granted by Packer")]
    [InlineData("Pack stays, Send stays, Travel begins anew, Close stays", "== packed.parcel then => == placed.order.number then",
        "where arrived.parcel == placed.order.number => where arrived.parcel == \"P-1\"")]
    [InlineData(
        "Pack stays without placed.size, Send stays without placed.size, Travel stays without placed.size, "
            + "Close stays without placed.size",
        "step Close { do { => step Close { do { if placed.size == Small { set placed.order.parcel = null }  ")]
    [InlineData("Pack stays, Send stays, Travel goes to Close, Close stays", "14d => 15d",
        "// instances end => \nchange { move Fulfilment.Travel to Close because \"It is there.\" }")]
    [InlineData("Pack goes to Done, Send stays, Travel stays, Close stays", "14d => 15d",
        "// instances end => \nchange { move Fulfilment.Pack to Done because \"It is packed.\" }")]
    public void Every_step_has_a_verdict(string verdicts, params string[] edits)
    {
        var plan = PlanOf(edits);
        var change = Assert.Single(WorkflowChanges.Of(plan.Pairs));

        Assert.Equal(verdicts, string.Join(", ", change.Positions.Select(Text)));
        Assert.Equal(change.Positions.Any(position => !position.IsDecided), plan.HasErrors);
    }

    [Fact]
    public void A_value_that_instances_lack_is_given_to_them_by_a_constant()
    {
        const string Edit = "step Close { do { => step Close { do { if placed.size == Small { set placed.order.parcel = null }  ";
        var plan = PlanOf(Edit,
            "// instances end => \nchange { fill Fulfilment.placed.size = Large because \"All were.\" }");

        Assert.Empty(plan.Findings);
        Assert.Contains(
            "instances that lack `Fulfilment.placed.size` get Large", plan.Consequences.Select(consequence => consequence.Text));
    }

    [Fact]
    public void A_decision_about_a_workflow_that_does_not_change_is_idle() => Assert.Equal(
        ["idle-decision"],
        PlanOf("// instances end => \nchange { move Fulfilment.Pack to Send because \"It is packed.\" }")
            .Findings.Select(found => found.Code));

    [Fact]
    public void A_workflow_that_goes_asks_what_becomes_of_its_instances()
    {
        var gone = Frame[..Frame.IndexOf("workflow", StringComparison.Ordinal)]
            + Frame[Frame.IndexOf("api Web", StringComparison.Ordinal)..].Replace("expose tasks  ", "", StringComparison.Ordinal);
        Assert.Equal(["undecided-drop"], PlanTo(gone).Findings.Select(found => found.Code));
        Assert.Empty(PlanTo(gone + "change { drop Fulfilment because \"Nobody packs any more.\" }").Findings);
    }

    private static string Text(InstancePosition position) => position switch
    {
        { Fate: PositionFate.Stranded } => $"{position.Step} is stranded",
        { Fate: PositionFate.Moves } => $"{position.Step} goes to {position.Target}",
        { Fate: PositionFate.BeginsAnew } => $"{position.Step} begins anew",
        _ when position.Step != position.Target => $"{position.Step} is {position.Target}",
        _ => $"{position.Step} stays",
    } + (position.Lacks.IsEmpty ? "" : $" without {string.Join(" ", position.Lacks)}");

    private static ChangePlan PlanOf(params string[] edits) => PlanTo(edits.Aggregate(Frame, (text, edit) =>
    {
        var parts = edit.Split(" => ", 2);
        Assert.Contains(parts[0], text, StringComparison.Ordinal);
        return text.Replace(parts[0], parts[1], StringComparison.Ordinal);
    }));

    private static ChangePlan PlanTo(string text) => ChangePlan.Of(Compile(Frame), Compile(text));

    private static Compilation Compile(string text)
    {
        var compiled = Compilation.Create([new SourceFile("shop.ashlar", text)]);
        Assert.Empty(compiled.Diagnostics.Where(found => found.IsError).Select(found => found.Message));
        return compiled;
    }
}
