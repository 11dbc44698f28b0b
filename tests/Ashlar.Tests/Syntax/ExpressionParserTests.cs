using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Tests.Syntax;

public sealed class ExpressionParserTests
{
    [Theory]
    [InlineData("a or b and not c == d", "(Or a (And b (Not (Equal c d))))")]
    [InlineData("not a or b", "(Or (Not a) b)")]
    [InlineData("not not a", "(Not (Not a))")]
    [InlineData("a and b and c", "(And (And a b) c)")]
    [InlineData("a - b - c * -d", "(Subtract (Subtract a b) (Multiply c (Negate d)))")]
    [InlineData("a ?? b ?? c > 0", "(Greater (Coalesce (Coalesce a b) c) Integer:0)")]
    [InlineData("a ?? b + c", "(Coalesce a (Add b c))")]
    [InlineData("(a or b) and c", "(And (Or a b) c)")]
    [InlineData("-a.b.c", "(Negate (. (. a b) c))")]
    [InlineData("a in [B, C] and d starts with e and f contains \"g\"",
        "(And (And (In a [B C]) (StartsWith d e)) (Contains f \"g\"))")]
    [InlineData("if a then b else if c then d else e", "(if a b (if c d e))")]
    [InlineData("if a then b else c or d", "(if a b (Or c d))")]
    [InlineData("caller is Editor or caller is Accounts.Manager", "(Or (is Editor) (is Accounts.Manager))")]
    [InlineData("F(x: a, y: G.H(z: []))", "(F x=a y=(G.H z=[]))")]
    [InlineData("this.where.if", "(. (. this where) if)")]
    [InlineData("{ where: 1, in: { } }", "{ where=Integer:1 in={ } }")]
    [InlineData("any(l in lines where l.paid: l.amount > 5)",
        "(Any l lines where (. l paid) select (Greater (. l amount) Integer:5))")]
    [InlineData("first(r in X where r.a == b sort r.c desc, r.d) ?? e",
        "(Coalesce (First r X where (Equal (. r a) b) sort (. r c) desc sort (. r d)) e)")]
    [InlineData("count(l in a.lines)", "(Count l (. a lines))")]
    [InlineData("max(x in [a, b]: x)", "(Max x [a b] select x)")]
    [InlineData("sum", "sum")]
    [InlineData("date + 1 month", "(Add date Months:1)")]
    [InlineData("2 years", "Months:24")]
    [InlineData("null == true", "(Equal null True:True)")]
    [InlineData("30s + 5m + 2h + 14d",
        "(Add (Add (Add Duration:00:00:30 Duration:00:05:00) Duration:02:00:00) Duration:14.00:00:00)")]
    [InlineData("5MB", "Bytes:5242880")]
    [InlineData("10.00", "Decimal:10.00")]
    [InlineData("9223372036854775807", "Integer:9223372036854775807")]
    [InlineData("date \"2024-02-29\"", "2024-02-29")]
    [InlineData("time \"14:30\"", "14:30:00.000")]
    [InlineData("time \"14:30:15.250\"", "14:30:15.250")]
    [InlineData("instant \"2026-03-01T14:30:00+01:00\"", "2026-03-01 13:30:00Z")]
    [InlineData("date(of: a, zone: b)", "(date of=a zone=b)")]
    [InlineData("\"a\\n\\\"\\\\\\u{41}\\{b\\}\"", "\"a\n\"\\A{b}\"")]
    [InlineData("\"{a.b}-{c + 1}!\"", "(text (. a b) \"-\" (Add c Integer:1) \"!\")")]
    [InlineData("\"\"", "\"\"")]
    public void An_expression_is_read_with_the_right_brackets(string written, string expected)
    {
        var tree = Corpus.Parse($"function F {{ gives bool {{ {written} }} }}");
        Assert.Empty(tree.Diagnostics);
        var function = Assert.IsType<FunctionSyntax>(Assert.Single(tree.Root.Declarations));
        Assert.Equal(expected, ExpressionText.Of(function.Body!));
        Assert.Equal(written, tree.Source.Slice(function.Body!.Span));
    }

    [Theory]
    [InlineData("date \"2023-02-29\"", "malformed-moment")]
    [InlineData("time \"25:00\"", "malformed-moment")]
    [InlineData("instant \"2026-03-01T14:30:00\"", "malformed-moment")]
    [InlineData("9223372036854775808", "number-too-large")]
    [InlineData("0.12345678901234567890123456789", "number-too-large")]
    [InlineData("40000d", "number-too-large")]
    [InlineData("\"\\u{110000}\"", "unknown-escape")]
    [InlineData("\"{a b}\"", "unexpected-text")]
    [InlineData("\"{}\"", "missing-expression")]
    [InlineData("a < b < c", "chained-comparison")]
    [InlineData("and", "missing-expression")]
    [InlineData("F(a: and)", "missing-expression")]
    public void A_broken_expression_is_one_finding(string written, string code)
    {
        var tree = Corpus.Parse($"function F {{ gives bool {{ {written} }} }}");
        Assert.Equal(code, Assert.Single(tree.Diagnostics).Code);
    }
}
