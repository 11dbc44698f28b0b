using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;
using static Ashlar.Tests.Model.ActionModels;

namespace Ashlar.Tests.Model;

public sealed class StatementBindingTests
{
    [Fact]
    public void A_let_names_a_value_of_its_type()
    {
        var named = Step<LetStatement>("let buyer = order.gift");
        Assert.Equal(VariableKind.Input, named.Variable.Kind);
        Assert.Equal(("buyer", true), (named.Variable.Name, Assert.IsType<ReferenceType>(named.Variable.Type).IsNullable));
    }

    [Theory]
    [InlineData("let x = null", "not-carried: null")]
    [InlineData("let x = order.lines", "not-carried: order.lines")]
    [InlineData("let x = order.scan", "not-carried: order.scan")]
    [InlineData("let order = 1", "duplicate-member: order")]
    [InlineData("let x = 1   let x = 2", "duplicate-member: x")]
    [InlineData("if order.total > 1 { let x = 1 } else { let x = 2 }", "duplicate-member: x")]
    [InlineData("if order.total > 1 { let x = 1 }   set order.total = x", "unknown-name: x")]
    [InlineData("for line in order.lines { }   delete line", "unknown-name: line")]
    [InlineData("let x = nothing   set order.total = x", "unknown-name: nothing")]
    public void A_step_names_one_value_once(string steps, string finding) => Assert.Equal([finding], FindingsOf(steps));

    [Fact]
    public void A_set_knows_its_row_its_entity_and_its_field()
    {
        var set = Step<SetStatement>("set order.note = null");
        Assert.Equal(("Main.Order", "note"), (set.Entity.ToString(), set.Field));
        Assert.Equal("order", Assert.IsType<Variable>(set.Row).Name);
        Assert.IsType<NullType>(set.Value.Type);
    }

    [Fact]
    public void A_set_may_reach_a_row_through_references_and_give_a_bare_value_of_an_enum()
    {
        var set = Step<SetStatement>("for line in order.lines { if line.book != null { set line.book.format = Hardcover } }");
        Assert.Equal("book", Assert.IsType<FieldAccess>(set.Row).Field);
        Assert.Equal("Hardcover", Assert.IsType<Literal>(set.Value).Value);
    }

    [Theory]
    [InlineData("order.status = Paid", "not-settable: status")]
    [InlineData("order.twice = 1", "not-settable: twice")]
    [InlineData("order.number = \"1\"", "not-settable: number")]
    [InlineData("order.seen = now", "not-settable: seen")]
    [InlineData("order.lines = []", "not-settable: lines")]
    [InlineData("order.liked = []", "not-settable: liked")]
    [InlineData("order.tags = order.tags", "list-passed-on: order.tags")]
    [InlineData("order.scan = null", "not-settable: scan")]
    [InlineData("order.id = order.id", "not-settable: id")]
    [InlineData("order.totl = 1", "unknown-field: totl")]
    [InlineData("order.total.x = 1", "operand-type: order.total")]
    [InlineData("order.total = \"1\"", "type-mismatch: \"1\"")]
    [InlineData("order.total = null", "type-mismatch: null")]
    [InlineData("other.left = 1", "possibly-null: other")]
    [InlineData("caller.name = \"x\"", "")]
    public void A_set_takes_stored_fields_of_a_row_that_is_there(string set, string finding) =>
        Assert.Equal(finding.Length == 0 ? [] : [finding], FindingsOf($"set {set}"));

    [Fact]
    public void The_owner_of_a_row_stays()
    {
        Assert.Equal(["not-settable: order"], FindingsOf("for line in order.lines { set line.order = order }"));
    }

    [Fact]
    public void A_move_knows_the_states_that_it_may_come_from()
    {
        var move = Step<MoveStatement>("move order.status to Void");
        Assert.Equal(("status", "Void"), (move.Field, move.To));
        Assert.Equal(["Open", "Paid"], move.From);
    }

    [Theory]
    [InlineData("order.total to Paid", "not-a-state: total")]
    [InlineData("order.status to Open", "no-transition: Open")]
    [InlineData("order.status to Pad", "unknown-value: Pad")]
    [InlineData("order.gift.status to Open", "possibly-null: order.gift")]
    public void A_move_follows_a_transition(string move, string finding) => Assert.Equal([finding], FindingsOf($"move {move}"));

    [Fact]
    public void A_new_row_takes_its_values_in_the_order_of_its_fields_and_gets_a_name()
    {
        var made = Step<CreateStatement>("create Order { kind: New, note: \"x\", buyer: caller } as copy   set copy.total = 2");
        Assert.Equal(["buyer", "note", "kind"], made.Values.Select(given => given.Field));
        Assert.Equal(("copy", "Main.Order"), (made.Result?.Name, (made.Result?.Type as ReferenceType)?.Entity.ToString()));
    }

    [Theory]
    [InlineData("Order { }", "missing-value: Order")]
    [InlineData("Order { kind: New, status: Open }", "not-settable: status")]
    [InlineData("Order { kind: New, lines: [] }", "not-settable: lines")]
    [InlineData("Order { kind: New, kind: Old }", "duplicate-member: kind")]
    [InlineData("Order { kind: New, nte: \"x\" }", "unknown-field: nte")]
    [InlineData("Line { text: \"x\" }", "missing-value: Line")]
    [InlineData("Line { text: \"x\", order: order }", "")]
    [InlineData("Line { order: order, text: \"x\", book: other }", "")]
    [InlineData("Lin { order: order }", "unknown-entity: Lin")]
    [InlineData("Order { kind: if order.total > 0 then New else Old }", "")]
    [InlineData("Order { kind: order.kind }", "not-initial: order.kind")]
    public void A_new_row_is_given_what_it_requires(string row, string finding) =>
        Assert.Equal(finding.Length == 0 ? [] : [finding], FindingsOf($"create {row}"));

    [Fact]
    public void What_cannot_be_made_still_gives_its_name() =>
        Assert.Equal(["unknown-entity: Ordr"], FindingsOf("create Ordr { total: 1 } as copy   set copy.total = copy.twice"));

    [Theory]
    [InlineData("delete order", "")]
    [InlineData("delete order.gift", "possibly-null: order.gift")]
    [InlineData("delete order.lines", "operand-type: order.lines")]
    public void A_delete_takes_one_row_that_is_there(string step, string finding) =>
        Assert.Equal(finding.Length == 0 ? [] : [finding], FindingsOf(step));

    [Fact]
    public void An_event_is_told_whole_in_the_order_of_its_fields()
    {
        var told = Step<EmitStatement>("emit Paid { note: null, total: order.total, order: order }");
        Assert.Equal(["order", "total", "note"], told.Values.Select(given => given.Field));
        Assert.Equal(["missing-value: Paid"], FindingsOf("emit Paid { total: 1, order: order }"));
        Assert.Equal(["unknown-field: sum"], FindingsOf("emit Paid { total: 1, order: order, note: null, sum: 1 }"));
        Assert.Equal(["unknown-event: Payed"], FindingsOf("emit Payed { total: 1 }"));
    }

    [Fact]
    public void A_loop_knows_its_rows_their_order_and_how_many()
    {
        const string head = "for book in Book where book.left > 0 sort book.title, book.left desc limit 50";
        var loop = Step<ForStatement>($"{head} {{ delete book }}");
        Assert.Null(loop.Source);
        Assert.Equal(("Main.Book", 50), (loop.EntitySource.ToString(), loop.Limit));
        Assert.Equal([false, true], loop.Sort.Select(key => key.IsDescending));
        Assert.Equal(VariableKind.Input, loop.Item.Kind);
        Assert.Null(Step<ForStatement>("for line in order.lines { delete line }").Limit);
    }

    [Theory]
    [InlineData("for book in Book { delete book }", "for-form: Book")]
    [InlineData("for book in Book limit 10001 { delete book }", "for-form: 10001")]
    [InlineData("for tag in order.tags { set order.note = tag }", "for-form: order.tags")]
    [InlineData("for x in list(l in order.lines) { delete x }", "for-form: list(l in order.lines)")]
    [InlineData("for x in order.total { delete x }", "operand-type: order.total")]
    [InlineData("for fan in order.liked limit 3 { set fan.name = null }", "")]
    public void A_loop_goes_over_rows(string step, string finding) =>
        Assert.Equal(finding.Length == 0 ? [] : [finding], FindingsOf(step));

    [Fact]
    public void Roles_are_granted_to_accounts_that_are_there()
    {
        Assert.False(Step<GrantStatement>("grant Clerk to order.buyer").IsRevoked);
        Assert.True(Step<GrantStatement>("revoke Clerk from caller").IsRevoked);
        Assert.Equal(["unknown-role: Clrk"], FindingsOf("grant Clrk to caller"));
        Assert.Equal(["possibly-null: order.gift"], FindingsOf("grant Clerk to order.gift"));
        Assert.Equal(["type-mismatch: order"], FindingsOf("grant Clerk to order"));
    }

    [Fact]
    public void A_linked_list_gets_and_loses_rows_that_are_there()
    {
        var link = Step<LinkStatement>("add order.buyer to order.liked");
        Assert.Equal(("Main.Order", "liked", false), (link.Entity.ToString(), link.Field, link.IsRemoved));
        Assert.True(Step<LinkStatement>("remove caller from order.liked").IsRemoved);
    }

    [Theory]
    [InlineData("add caller to order.likes", "unknown-field: likes")]
    [InlineData("add order.gift to order.liked", "possibly-null: order.gift")]
    [InlineData("add order to order.liked", "type-mismatch: order")]
    [InlineData("add caller to order.lines", "not-linked: lines")]
    [InlineData("remove caller from order.total", "not-linked: total")]
    [InlineData("for line in order.lines { add line to line.book.title }", "possibly-null: line.book")]
    public void Only_a_linked_list_takes_rows(string step, string finding) =>
        Assert.Equal([finding], FindingsOf(step));
}
