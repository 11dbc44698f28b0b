using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    /// <summary>`{ expression }`.</summary>
    private ExpressionSyntax ParseBracedExpression(string owner)
    {
        if (!Expect(TokenKind.OpenBrace) && (IsFirstOnLine(_position) || Kind == TokenKind.EndOfFile))
        {
            return new MissingExpressionSyntax(Gap);
        }

        var expression = ParseExpression();
        CloseExpression(owner);
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

    /// <summary>Reads a closing mark, and over what stands before it on the same line and does not belong there.</summary>
    private void CloseWith(TokenKind closer)
    {
        if (TryTake(closer))
        {
            return;
        }

        if (AtExpressionEnd || IsCloser(Kind))
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

    /// <summary>The expression cannot go on here: its closing mark is missing.</summary>
    private bool AtExpressionEnd => AtBlockEnd || (IsFirstOnLine(_position) && (AtFieldStart || AtMemberWord));

    /// <summary>Reads up to a closing mark of the current level, or to where the next construct begins.</summary>
    private void SkipTo(TokenKind closer)
    {
        var open = 0;
        while (!(open == 0 && (Kind == closer || AtExpressionEnd)) && Kind != TokenKind.EndOfFile && !AtDeclaration)
        {
            open += IsOpener(Kind) ? 1 : IsCloser(Kind) && open > 0 ? -1 : 0;
            Take();
        }
    }

    /// <summary>The comma between items of a list in brackets; false where the list ends.</summary>
    private bool TryTakeItemSeparator(TokenKind closer)
    {
        if (TryTake(TokenKind.Comma))
        {
            if (IsCloser(Kind))
            {
                ReportStrayComma(Previous.Span);
            }

            return !IsCloser(Kind);
        }

        if (!AtItemWithoutComma(closer))
        {
            return false;
        }

        ReportMissingComma();
        return true;
    }

    /// <summary>
    /// An item follows without its comma. In round brackets a name at the start of a line is the next member instead.
    /// </summary>
    private bool AtItemWithoutComma(TokenKind closer) => closer switch
    {
        TokenKind.CloseBrace => AtFieldStart,
        TokenKind.CloseBracket => Kind == TokenKind.OpenBrace,
        _ => AtFieldStart && !IsFirstOnLine(_position),
    };

    /// <summary>The comma between the names of an enum or a shape, whose items begin with a word.</summary>
    private void ExpectSeparator()
    {
        if (TryTake(TokenKind.Comma))
        {
            if (AtBlockEnd)
            {
                ReportStrayComma(Previous.Span);
            }
        }
        else if (Kind == TokenKind.Word && !AtDeclaration)
        {
            ReportMissingComma();
        }
    }

    private void ReportMissingComma() =>
        ReportMissing<MissingComma>("`,`", "write `,` between the items of a list", ",");
}
