using static Ashlar.Tests.Model.ActionModels;

namespace Ashlar.Tests.Model;

/// <summary>What is known at each step: what was required or asked before, until a row is written.</summary>
public sealed class StatementFactTests
{
    [Theory]
    [InlineData("set other.left = 1", "possibly-null: other")]
    [InlineData("require other != null else NoBook \"x\"   set other.left = 1", "")]
    [InlineData("if other != null { set other.left = 1 }", "")]
    [InlineData("if other == null { set order.total = 0 } else { set other.left = 1 }", "")]
    [InlineData("if other != null { set order.total = 0 } else { set other.left = 1 }", "possibly-null: other")]
    [InlineData("if other != null { set order.total = 0 }   set other.left = 1", "possibly-null: other")]
    [InlineData("if other != null { require order.total > 0 else A \"x\" }   set other.left = 1", "possibly-null: other")]
    [InlineData("set other.left = 1   set other.left = 2", "possibly-null: other x2")]
    public void A_condition_holds_for_what_follows_it(string steps, string finding) => Expect(finding, steps);

    [Theory]
    [InlineData("set order.total = 1   set other.left = 1", "")]
    [InlineData("set order.total = 1   set order.gift.name = \"x\"", "possibly-null: order.gift")]
    [InlineData("move order.status to Paid   set order.gift.name = \"x\"", "possibly-null: order.gift")]
    [InlineData("create Line { order: order, text: \"x\" }   set order.gift.name = \"x\"", "possibly-null: order.gift")]
    [InlineData("if order.total > 1 { delete other }   set order.gift.name = \"x\"", "possibly-null: order.gift")]
    [InlineData("for line in order.lines { delete line }   set order.gift.name = \"x\"", "possibly-null: order.gift")]
    [InlineData("for line in order.lines { set order.gift.name = \"x\" }", "possibly-null: order.gift")]
    [InlineData("emit Paid { order: order, total: 1, note: null }   set order.gift.name = \"x\"", "")]
    [InlineData("grant Clerk to caller   set order.gift.name = \"x\"", "")]
    [InlineData("let gift = order.gift   set order.total = 1   if gift != null { set gift.name = \"x\" }", "")]
    [InlineData("set order.gift = caller   set order.gift.name = \"x\"", "")]
    [InlineData("set order.gift = null   set order.gift.name = \"x\"", "possibly-null: order.gift")]
    public void A_written_row_is_not_known_any_more_but_a_variable_is(string steps, string finding) =>
        Expect(finding, $"require other != null and order.gift != null else A \"x\"\n{steps}");

    [Theory]
    [InlineData("emit Paid { order: order, total: line.book.left, note: null }", "")]
    [InlineData("set line.book.left = 1", "possibly-null: line.book")]
    public void The_condition_of_a_loop_holds_for_its_rows_until_one_is_written(string steps, string finding) =>
        Expect(finding, $"for line in order.lines where line.book != null {{ {steps} }}");

    [Fact]
    public void A_divisor_is_not_zero_until_its_row_is_written()
    {
        const string divide = "set order.total = round(value: 1 / other.left, places: 2, half: even)";
        Expect("", $"require other != null and other.left > 0 else A \"x\"\n{divide}");
        Expect("divisor-may-be-zero: other.left", $"require other != null and other.left > 0 else A \"x\"\n{divide}\n{divide}");
    }

    private static void Expect(string finding, string steps)
    {
        var parts = finding.Split(" x", 2);
        var expected = finding.Length == 0 ? [] : Enumerable.Repeat(parts[0], parts.Length == 1 ? 1 : 2);
        Assert.Equal(expected, FindingsOf(steps));
    }
}
