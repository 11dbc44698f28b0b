using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Words;
using static Ashlar.Tests.Model.ActionModels;

namespace Ashlar.Tests.Model;

public sealed class ActionBindingTests
{
    private const string Noted = "start on Paid as paid   require paid.note != null else A \"x\"";

    [Fact]
    public void An_action_is_bound_whole_and_actions_and_events_stand_in_order()
    {
        const string text = Rows + """

            /// Takes the money.
            public action Pay {
              input   { order: Order, note: text? max 9 }
              access  to Clerk
              access  to signed in where order.buyer == caller
              require order.total > 0 else Free "It costs nothing."
              do { move order.status to Paid }
            }
            action Alone { access internal do { require now > now else Late "Too late." } }
            public event Alert per order { order: Order   text: text max 9 personal }
            """;
        var compilation = Models.Compile(text);
        Assert.Empty(compilation.Diagnostics);
        Assert.Equal(["Alone", "Pay"], compilation.Model.Actions.Select(action => action.Name.Name));
        Assert.Equal(["Alert", "Paid"], compilation.Model.Events.Select(told => told.Name.Name));
        var pay = compilation.Model.Actions[1];
        Assert.Equal(("Takes the money.", true, AccessKind.Rules), (pay.Documentation, pay.IsPublic, pay.Access.Kind));
        Assert.Equal([AudienceKind.Roles, AudienceKind.SignedIn], pay.Access.Rules.Select(rule => rule.Audience.Kind));
        Assert.Equal([true, false], pay.Access.Rules.Select(rule => rule.Where is null));
        Assert.Equal(("Free", "It costs nothing."), (pay.Requires[0].Name, pay.Requires[0].Message));
        Assert.Equal(AccessKind.Internal, compilation.Model.Actions[0].Access.Kind);
        var alert = compilation.Model.Events[0];
        Assert.Equal(("order", true, true), (alert.Per, alert.IsPublic, alert.Fields[1].IsPersonal));
    }

    [Theory]
    [InlineData("input { books: Book[] }   access internal", "not-carried: Book[]")]
    [InlineData("input { code: file max 1MB }   access internal", "not-carried: file")]
    [InlineData("input { scan: file max 1MB }   access internal", "not-carried: file")]
    [InlineData("input { n: int = 1 + 1 }   access internal", "parameter-default: 1 + 1")]
    [InlineData("input { n: int, n: int }   access internal", "duplicate-member: n")]
    [InlineData("input { n: Nothing }   access to signed in where n == 1", "unknown-type: Nothing")]
    [InlineData("", "no-action-access: Act")]
    [InlineData("access internal   access to signed in", "duplicate-member: access to signed in")]
    [InlineData("access to anyone where caller.name == \"x\"", "")]
    [InlineData("access to anyone where caller.name contains \"x\"", "possibly-null: caller.name")]
    [InlineData("access to Clrk", "unknown-role: Clrk")]
    [InlineData("access internal   require 1 else A \"x\"", "type-mismatch: 1")]
    [InlineData("access internal   require true else A \"x\"   require true else A \"y\"", "duplicate-member: A")]
    [InlineData("access internal   require true else a \"x\"", "require-form: a")]
    [InlineData("access internal   require true else A \"\"", "require-form: \"\"")]
    public void An_action_says_what_it_takes_and_asks(string parts, string finding) =>
        Assert.Equal(finding.Length == 0 ? [] : [finding], Models.Findings($"{Rows}\naction Act {{ {parts} do {{ }} }}"));

    [Theory]
    [InlineData("event Told per note { note: text? max 9 }", "event-order: note")]
    [InlineData("event Told per kind { kind: Format }", "event-order: kind")]
    [InlineData("event Told per non { note: text max 9 }", "unknown-field: non")]
    [InlineData("event Told { books: Book[] }", "not-carried: Book[]")]
    [InlineData("event Told { note: text max 9 unique }", "modifier-not-applicable: unique")]
    public void An_event_carries_single_values(string told, string finding) =>
        Assert.Equal([finding], Models.Findings($"{Rows}\n{told}"));

    [Fact]
    public void A_started_action_reads_the_fields_of_its_event_as_variables()
    {
        const string thank = "action Thank { start on Paid as paid   do { set paid.order.note = paid.note } }";
        var action = Action($"{Rows}\n{thank}", "Thank");
        Assert.Equal(("Main.Paid", "paid"), (action.Starts[0].Event.ToString(), action.Starts[0].Name));
        Assert.Equal(AccessKind.Internal, action.Access.Kind);
        var set = Assert.IsType<SetStatement>(action.Body[0]);
        Assert.Equal((VariableKind.Input, "paid.order"), VariableOf(set.Row));
        Assert.Equal((VariableKind.Input, "paid.note"), VariableOf(set.Value));
    }

    [Theory]
    [InlineData("start on Paid as paid   do { set paid.order.note = paid.nte }", "unknown-field: nte")]
    [InlineData("start on Paid as paid   do { set paid.order.note = paid }", "wrong-kind: paid")]
    [InlineData("start on Paid as paid   do { let paid = 1 }", "duplicate-member: paid")]
    [InlineData("start on Paid as paid   input { n: int }   do { }", "start-form: n")]
    [InlineData("start on Paid as paid   access to signed in   do { }", "start-form: access to signed in")]
    [InlineData("start on Paid as paid   access internal   do { }", "")]
    [InlineData("start on Paid as paid   start on Paid as again   do { }", "start-form: start on Paid as again")]
    [InlineData("start on Payed as paid   do { set paid.order.note = \"x\" }", "unknown-event: Payed")]
    [InlineData("start on Paid as paid   do { set caller.name = \"x\" }", "possibly-null: caller")]
    [InlineData("start on Paid as paid   do { create Order { kind: New } }", "missing-value: Order")]
    [InlineData($"{Noted} do {{ set paid.order.total = paid.note.length }}", "")]
    [InlineData($"{Noted} do {{ set paid.order.total = 1   set paid.order.total = paid.note.length }}", "")]
    public void A_started_action_has_its_event_and_no_caller(string parts, string finding) =>
        Assert.Equal(finding.Length == 0 ? [] : [finding], Models.Findings($"{Rows}\naction Act {{ {parts} }}"));

    [Theory]
    [InlineData("access to anyone", "possibly-null: caller")]
    [InlineData("access to signed in", "")]
    [InlineData("access to Clerk   access to anyone where caller is Clerk", "possibly-null: caller")]
    [InlineData("access internal", "")]
    public void Who_may_run_an_action_says_whether_there_is_a_caller(string access, string finding) =>
        Assert.Equal(
            finding.Length == 0 ? [] : [finding],
            Models.Findings($"{Rows}\naction Act {{ {access} do {{ set caller.name = \"x\" }} }}"));

    [Theory]
    [InlineData("start on Paid as paid", "possibly-null: caller")]
    [InlineData("access to anyone", "possibly-null: caller")]
    [InlineData("access to signed in", "")]
    public void What_runs_an_action_says_whether_there_is_a_caller(string outer, string finding) =>
        Assert.Equal(
            finding.Length == 0 ? [] : [finding],
            Models.Findings($$"""
                {{Rows}}
                action Inner { access to signed in   do { set caller.name = "x" } }
                action Middle { access internal   do { run Inner { } } }
                action Outer { {{outer}}   do { if true { run Middle { } } } }
                """));

    private static (VariableKind, string) VariableOf(Expression node)
    {
        var variable = Assert.IsType<Variable>(node);
        return (variable.Kind, variable.Name);
    }
}
