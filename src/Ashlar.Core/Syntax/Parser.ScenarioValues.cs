using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Syntax;

/// <summary>The values of rows and requests. Where a mark is missing in them, what is left of them is read over.</summary>
public sealed partial class Parser
{
    private ObjectSyntax? ParseRowValues()
    {
        if (Kind != TokenKind.OpenBrace && !AtFieldStart)
        {
            return null;
        }

        var findings = _report.Count;
        var values = AtFieldStart ? SkipUnopened() : ParseObject();
        if (findings != _report.Count)
        {
            SkipRestIf(AtFieldStart);
            _ = !AtNextStep && TryTakeWord("as") && ParseRolesOfRow().IsEmpty;
        }

        return values;
    }

    private ObjectSyntax ParseRequestValues(int first)
    {
        var findings = _report.Count;
        var values = AtFieldStart ? SkipUnopened() : ParseValues(first);
        if (findings != _report.Count)
        {
            SkipRestIf(AtFieldStart || Kind == TokenKind.Comma);
        }

        return values;
    }

    private ObjectSyntax SkipUnopened()
    {
        Expect(TokenKind.OpenBrace);
        SkipRestIf(true);
        return new ObjectSyntax([], Gap);
    }

    /// <summary>A `}` inside of values has ended them too early: the next one is theirs.</summary>
    private void SkipRestIf(bool isLeft)
    {
        var open = isLeft || Kind is TokenKind.CloseBracket or TokenKind.CloseParenthesis ? 1 : 0;
        while (open > 0 && Kind != TokenKind.EndOfFile && !AtDeclaration && !AtNextStep)
        {
            open += Kind == TokenKind.OpenBrace ? 1 : Kind == TokenKind.CloseBrace ? -1 : 0;
            Take();
        }
    }
}
