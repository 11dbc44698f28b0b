using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Syntax.Rules;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    /// <summary>The position of the innermost bracket around the expression that is read.</summary>
    private int _bracket;

    /// <summary>`{ expression }`.</summary>
    private ExpressionSyntax ParseBracedExpression(string owner)
    {
        var outer = _bracket;
        _bracket = _position;
        if (Kind != TokenKind.OpenBrace && IsOnThisLine(TokenKind.OpenBrace))
        {
            ReportTrailing("the type");
            SkipTo(TokenKind.OpenBrace);
        }

        if (!Expect(TokenKind.OpenBrace) && !SeemsInside)
        {
            _bracket = outer;
            return new MissingExpressionSyntax(Gap);
        }

        var expression = ParseExpression();
        CloseExpression(owner);
        _bracket = outer;
        return expression;
    }

    /// <summary>Reads the `}` behind an expression, and over what stands before it and does not belong there.</summary>
    private void CloseExpression(string owner)
    {
        if (TryTake(TokenKind.CloseBrace))
        {
            return;
        }

        if (AtExpressionEnd)
        {
            Expect(TokenKind.CloseBrace);
            return;
        }

        ReportTrailing(owner);
        SkipTo(TokenKind.CloseBrace);
        TryTake(TokenKind.CloseBrace);
    }

    /// <summary>Reads a closing mark, and over what stands before it and does not belong there.</summary>
    private void CloseWith(TokenKind closer)
    {
        if (TryTake(closer))
        {
            return;
        }

        if (AtExpressionEnd || IsCloser(Kind) || Kind == TokenKind.Comma)
        {
            Expect(closer);
            return;
        }

        ReportTrailing("the expression");
        SkipTo(closer);
        TryTake(closer);
    }

    private void ReportTrailing(string owner) =>
        Report(_report.Finding<UnexpectedText>(Current.Span, $"{Show(Current)} does not continue {owner}")
            .WithHelp("remove it, or write the operator that is missing before it"));

    /// <summary>
    /// The expression cannot go on here: its closing mark is missing. A line that is indented deeper than the one that
    /// the bracket stands on is still inside.
    /// </summary>
    private bool AtExpressionEnd => AtBlockEnd
        || AtStepEnd
        || (IsFirstOnLine(_position)
            && (AtFieldStart || (AtMemberWord && BeforeName))
            && Indentation(_position) <= Indentation(_bracket));

    /// <summary>What follows a missing opening mark is on the same line, or on a line that is indented deeper.</summary>
    private bool SeemsInside => Kind != TokenKind.EndOfFile
        && !AtDeclaration
        && (!IsFirstOnLine(_position) || Indentation(_position) > Indentation(_position - 1));

    /// <summary>Reads up to a closing mark of the current level, or to where the next construct begins.</summary>
    private void SkipTo(TokenKind mark)
    {
        var open = 0;
        while (!(open == 0 && (Kind == mark || AtExpressionEnd)) && Kind != TokenKind.EndOfFile && !AtDeclaration)
        {
            open += IsOpener(Kind) ? 1 : IsCloser(Kind) && open > 0 ? -1 : 0;
            Take();
        }
    }

    /// <summary>
    /// Whether a mark follows before the line ends and before any other brace; not far, so that the search stays cheap.
    /// </summary>
    private bool IsOnThisLine(TokenKind mark, int farthest = 24)
    {
        for (var position = _position; position < Math.Min(_position + farthest, _tokens.Length); position++)
        {
            var kind = _tokens[position].Kind;
            if (IsFirstOnLine(position) || kind == mark || kind is TokenKind.OpenBrace or TokenKind.CloseBrace)
            {
                return kind == mark && !IsFirstOnLine(position);
            }
        }

        return false;
    }
}
