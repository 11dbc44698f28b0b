using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    /// <summary>A binary operator and how many tokens it has (`starts with` has two).</summary>
    private readonly record struct FoundOperator(BinaryOperator Operator, int Tokens);

    /// <summary>`and` or `or` at the current token, also where it is spelt as elsewhere.</summary>
    private FoundOperator? OperatorAt(BinaryOperator wanted)
    {
        var (word, foreign) = wanted == BinaryOperator.And ? ("and", "&&") : ("or", "||");
        if (AtWord(word))
        {
            return new FoundOperator(wanted, 1);
        }

        if (Kind != TokenKind.Foreign || !TextOf(Current).SequenceEqual(foreign))
        {
            return null;
        }

        ReportForeignOperator(Current, word);
        return new FoundOperator(wanted, 1);
    }

    private FoundOperator? ComparisonAt()
    {
        switch (Kind)
        {
            case TokenKind.Equal:
                return new FoundOperator(BinaryOperator.Equal, 1);
            case TokenKind.NotEqual:
                return new FoundOperator(BinaryOperator.NotEqual, 1);
            case TokenKind.Less:
                return new FoundOperator(BinaryOperator.Less, 1);
            case TokenKind.LessOrEqual:
                return new FoundOperator(BinaryOperator.LessOrEqual, 1);
            case TokenKind.Greater:
                return new FoundOperator(BinaryOperator.Greater, 1);
            case TokenKind.GreaterOrEqual:
                return new FoundOperator(BinaryOperator.GreaterOrEqual, 1);
            case TokenKind.Word:
                return ComparisonWordAt();
            case TokenKind.Assign or TokenKind.Foreign:
                return ForeignComparisonAt();
            default:
                return null;
        }
    }

    private FoundOperator? ComparisonWordAt()
    {
        if (AtWord("in"))
        {
            return new FoundOperator(BinaryOperator.In, 1);
        }

        if (AtWord("contains"))
        {
            return new FoundOperator(BinaryOperator.Contains, 1);
        }

        return AtWord("starts") && IsWord(Peek(1), "with") ? new FoundOperator(BinaryOperator.StartsWith, 2) : null;
    }

    private FoundOperator? ForeignComparisonAt()
    {
        BinaryOperator? meant = TextOf(Current) switch
        {
            "=" or "===" => BinaryOperator.Equal,
            "!==" or "<>" => BinaryOperator.NotEqual,
            _ => null,
        };
        if (meant is null)
        {
            return null;
        }

        ReportForeignOperator(Current, meant == BinaryOperator.Equal ? "==" : "!=");
        return new FoundOperator(meant.Value, 1);
    }

    private void ReportForeignOperator(Token token, string meant)
    {
        var shown = Show(token);
        ReportHabit(_report.Finding<ForeignOperator>(token.Span, $"{shown} is not an operator here")
            .WithHelp($"write `{meant}`")
            .WithFix(_report.Replacing(token.Span, Spaced(token, meant), $"replace {shown} with `{meant}`")));
    }

    /// <summary>Words need spaces where punctuation did not.</summary>
    private string Spaced(Token token, string text)
    {
        var before = token.Trivia.Length == 0 ? " " : "";
        var after = Peek(1).Trivia.Length == 0 ? " " : "";
        return before + text + after;
    }

    private void ReportForeignNot(Token token)
    {
        if (token.Kind == TokenKind.Foreign)
        {
            ReportHabit(_report.Finding<ForeignOperator>(token.Span, "`!` is not an operator here")
                .WithHelp("write `not`")
                .WithFix(_report.Replacing(token.Span, "not ", "replace `!` with `not`")));
        }
    }

    private void ReportChainedComparison(FoundOperator found) =>
        Report(_report.Finding<ChainedComparison>(Current.Span, $"{Show(Current)} compares the result of another comparison")
            .WithHelp(found.Operator is BinaryOperator.Equal or BinaryOperator.NotEqual
                ? "put the first comparison in round brackets"
                : "compare twice, with `and` between"));

    /// <summary>`caller is Editor`; anything else with `is` is the comparison of another language.</summary>
    private ExpressionSyntax ParseIs(ExpressionSyntax left)
    {
        var word = Take();
        var hasNot = TryTakeWord("not");
        var operatorSpan = SpanFrom(word.Span.Start);
        _height++;
        if (!AtReservedWord && left is NameExpressionSyntax { Name.Text: "caller" })
        {
            return ParseCallerIs(left, hasNot, operatorSpan);
        }

        var right = ParseCoalesce();
        var meant = hasNot ? "!=" : "==";
        ReportHabit(_report.Finding<IsWithoutCaller>(operatorSpan, "`is` asks for a role, as in `caller is Editor`")
            .WithHelp($"write `{meant}` to compare values")
            .WithFix(_report.Replacing(operatorSpan, meant, $"write `{meant}`")));
        var comparison = hasNot ? BinaryOperator.NotEqual : BinaryOperator.Equal;
        return new BinarySyntax(comparison, left, right, operatorSpan, left.Span.To(right.Span));
    }

    private ExpressionSyntax ParseCallerIs(ExpressionSyntax caller, bool hasNot, TextSpan operatorSpan)
    {
        var role = new CallerIsSyntax(ParseQualifiedName(), SpanFrom(caller.Span.Start));
        if (!hasNot)
        {
            return role;
        }

        ReportHabit(_report.Finding<ForeignOperator>(operatorSpan, "`is not` is not an operator here")
            .WithHelp("write `not` before `caller`")
            .WithFix(new Fix(FixSafety.Safe, "write `not caller is`", [
                new TextEdit(_source.Path, new TextSpan(caller.Span.Start, 0), "not "),
                new TextEdit(_source.Path, operatorSpan, "is"),
            ])));
        return new UnarySyntax(UnaryOperator.Not, role, role.Span);
    }

    /// <summary>`a not in b`.</summary>
    private UnarySyntax ParseNotIn(ExpressionSyntax left, int start)
    {
        var word = Take();
        ReportHabit(_report.Finding<ForeignOperator>(word.Span.To(Current.Span), "`not in` is not an operator here")
            .WithHelp("write `not` before the first value")
            .WithFix(new Fix(FixSafety.Safe, "move `not` before the first value", [
                new TextEdit(_source.Path, new TextSpan(start, 0), "not "),
                new TextEdit(_source.Path, TextSpan.FromBounds(word.Span.Start, Current.Span.Start), ""),
            ])));
        var inner = Grow(left, new FoundOperator(BinaryOperator.In, 1), static parser => parser.ParseCoalesce());
        _height++;
        return new UnarySyntax(UnaryOperator.Not, inner, SpanFrom(start));
    }
}
