using Ashlar.Core;
using Ashlar.Core.Text;

namespace Ashlar.Tests.Analysis;

/// <summary>What the pages do not show of the rules that look at actions.</summary>
public sealed class ActionRuleTests
{
    private const string People = """
        system Shop { title "A shop" }
        entity Account principal {
          email:    email unique
          password: password min 12 max 128
          access { read to signed in where this == caller   create to anyone }
        }
        entity Order {
          buyer: Account on delete restrict = caller readonly
          note:  text? max 9 readonly
          total: int = 0 readonly
          access { read to signed in where buyer == caller   create { } to signed in }
        }
        """;

    [Theory]
    [InlineData("role A granted by B   role B granted by B", "", "")]
    [InlineData("role A", "", "role-for-nobody: A")]
    [InlineData("role A", "access to signed in   do { grant A to caller }", "")]
    [InlineData("role A", "access to A   do { grant A to caller }", "role-for-nobody: A")]
    [InlineData("role A granted by B   role B", "access to signed in   do { grant B to caller }", "")]
    [InlineData("role A", "access to signed in   do { revoke A from caller }", "role-for-nobody: A")]
    public void A_role_is_reached_by_actions_that_somebody_can_run(string roles, string appoint, string finding)
    {
        var (action, offered) = appoint.Length == 0 ? ("", "") : ($"action Appoint {{ {appoint} }}", "   run Appoint");
        Expect(finding, "role-for-nobody", $"{roles}\n{action}", "access to A   do { set order.note = null }", offered);
    }

    [Theory]
    [InlineData("order.total > 5", "order.total > 3", "require-always-holds: order.total > 3")]
    [InlineData("order.total > 5", "order.total < 3", "require-never-holds: order.total < 3")]
    [InlineData("order.total != order.total", "order.total > 3", "require-never-holds: order.total != order.total")]
    [InlineData("amount != null", "amount > 0", "")]
    [InlineData("copies > 0", "copies > 1", "require-always-holds: copies > 0")]
    [InlineData("copies < 6", "copies > 9", "require-never-holds: copies > 9")]
    [InlineData("amount == null", "order.note == null", "")]
    public void What_is_required_first_holds_for_what_is_required_next(string first, string next, string finding)
    {
        var requires = $"require {first} else A \"x\"   require {next} else B \"y\"";
        Expect(finding, "require", "", $"access to signed in   {requires}   do {{ set order.note = null }}", "");
    }

    [Theory]
    [InlineData("order.total > 5", "order.total < 3", "")]
    [InlineData("order.total > 5", "due or not due", "require-always-holds: due or not due")]
    public void Requirements_among_the_steps_stand_alone(string first, string next, string finding)
    {
        var steps = $"require {first} else A \"x\"   set order.total = 1   if amount == 1 {{ require {next} else B \"y\" }}";
        Expect(finding, "require", "", $"access to signed in   do {{ {steps} }}", "");
    }

    [Theory]
    [InlineData("access to anyone   do { let x = order.total   require x > 1 else A \"x\" }", "")]
    [InlineData("access to anyone   do { set order.note = null }", "public-write: access to anyone")]
    [InlineData("access to anyone where order.buyer == caller   do { set order.note = null }", "")]
    [InlineData("access to anyone   do { run Inner { order: order } }", "public-write: access to anyone")]
    public void What_anyone_may_run_changes_nothing(string action, string finding) =>
        Expect(
            finding,
            "public-write",
            "action Inner { input { order: Order }   access internal   do { set order.note = null } }",
            action,
            "");

    private static void Expect(string finding, string about, string more, string action, string offered)
    {
        var source = new SourceFile("shop.ashlar", $$"""
            {{People}}
            {{more}}
            action Act { input { order: Order, amount: int?, due: bool, copies: int min 1 max 8 }   {{action}} }
            api Web {
              path "/api"
              sign in with password
              expose Account { create }
              expose Order { read   create   run Act }{{offered}}
            }
            """);
        var compilation = Compilation.Create([source]);
        var found = compilation.Diagnostics
            .Where(one => one.IsError || one.Code.StartsWith(about, StringComparison.Ordinal))
            .Select(one => $"{one.Code}: {source.Slice(one.Location.Span)}");
        Assert.Equal(finding.Length == 0 ? [] : [finding], found);
    }
}
