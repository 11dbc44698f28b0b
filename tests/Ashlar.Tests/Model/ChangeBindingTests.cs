using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Statements;
using static Ashlar.Tests.Model.ActionModels;

namespace Ashlar.Tests.Model;

/// <summary>`input changes of Order { … }` and `apply changes to order`.</summary>
public sealed class ChangeBindingTests
{
    private const string Apply = "apply changes to order";

    [Fact]
    public void Changes_are_inputs_that_a_request_may_leave_out_and_sets_that_keep_what_is_there()
    {
        var action = Action(Text("input changes of Order { total, note, tags }", Apply), "Act");
        Assert.Equal(
            [("order", false), ("total", true), ("note", true), ("tags", true)],
            action.Inputs.Select(input => (input.Name, input.IsChange)));
        var steps = StatementTree.All(action.Body).ToList();
        Assert.Equal(["total", "note", "tags"], steps.OfType<SetStatement>().Select(set => set.Field));
        Assert.IsType<Binary>(Assert.IsType<IfStatement>(steps[0]).Condition);
        var total = Assert.IsType<Conditional>(steps.OfType<SetStatement>().First().Value);
        Assert.Equal("total?", Assert.IsType<Variable>(total.Condition).Name);
        Assert.Equal("total", Assert.IsType<FieldAccess>(total.Else).Field);
        Assert.IsType<Variable>(steps.OfType<SetStatement>().Last().Value);
    }

    [Fact]
    public void Inputs_like_fields_have_the_types_and_bounds_of_the_fields_and_no_default()
    {
        var action = Action(Text("input Order { total, note }", "set order.note = note"), "Act");
        Assert.Equal(["order", "total", "note"], action.Inputs.Select(input => input.Name));
        Assert.All(action.Inputs, input => Assert.False(input.IsChange || input.Default is not null));
        Assert.Equal((9, true), (action.Inputs[2].Constraints.MaxLength, action.Inputs[2].IsOptional));
    }

    [Theory]
    [InlineData("Order { status }", "not-settable: status")]
    [InlineData("Order { twice }", "not-settable: twice")]
    [InlineData("Order { number }", "not-settable: number")]
    [InlineData("Order { seen }", "not-settable: seen")]
    [InlineData("Order { lines }", "changes-form: lines")]
    [InlineData("Order { liked }", "changes-form: liked")]
    [InlineData("Order { scan }", "not-settable: scan")]
    [InlineData("Order { id }", "not-settable: id")]
    [InlineData("Order { totl }", "unknown-field: totl")]
    [InlineData("Order { total, total }", "duplicate-member: total")]
    [InlineData("Order { note }   input Order { note }", "duplicate-member: note")]
    [InlineData("Book { title }", "changes-form: order")]
    [InlineData("Ordr { total }", "unknown-entity: Ordr")]
    public void Only_fields_that_an_action_sets_are_changed(string changes, string finding) =>
        Assert.Equal([finding], Models.Findings(Text("input changes of " + changes, Apply)));

    [Theory]
    [InlineData("", Apply, "changes-form: apply changes to order")]
    [InlineData("input Order { total }", Apply, "changes-form: apply changes to order")]
    [InlineData("input changes of Order { total }", "set order.total = 1", "changes-form: Order")]
    [InlineData("input changes of Order { total }", Apply + "   set order.total = total", "unknown-name: total")]
    [InlineData("input changes of Order { total }   require total > 1 else Low \"x\"", Apply, "unknown-name: total")]
    [InlineData("input changes of Order { total }", "apply changes to order.total", "operand-type: order.total")]
    [InlineData("input changes of Account { name }", "apply changes to order.gift", "possibly-null: order.gift")]
    public void Changes_are_applied_and_nothing_else_is_done_with_them(string input, string steps, string finding) =>
        Assert.Equal([finding], Models.Findings(Text(input, steps)));

    [Fact]
    public void No_step_runs_an_action_that_takes_changes() => Assert.Equal(
        ["changes-form: Act"],
        Models.Findings(Text("input changes of Order { total }", Apply)
            + " action Again { input { order: Order }   access internal   do { run Act { order: order } } }"));

    [Fact]
    public void What_starts_by_itself_is_given_no_changes() => Assert.Equal(
        ["start-form: Order"],
        Models.Findings(Rows + """
             action Late {
               start on Paid as paid
               input changes of Order { note }
               do    { apply changes to paid.order }
             }
            """));

    [Fact]
    public void What_was_known_of_a_row_is_not_known_behind_its_changes() => Assert.Equal(
        ["possibly-null: order.note"],
        Models.Findings(Text(
            "input changes of Order { note }   require order.note != null else A \"x\"",
            Apply + "   create Book { title: order.note }")));

    private static string Text(string inputs, string steps) => $$"""
        {{Rows}}
        action Act {
          input { order: Order }
          {{inputs}}
          access to signed in
          do { {{steps}} }
        }
        """;
}
