using Ashlar.Core.Syntax.Rules;

namespace Ashlar.Core.Syntax;

/// <summary>What stands between the items of a list. An item that is broken costs itself, not the list.</summary>
public sealed partial class Parser
{
    /// <summary>The comma between items of a list in brackets; false where the list ends.</summary>
    private bool TryTakeItemSeparator(TokenKind closer)
    {
        if (TryTake(TokenKind.Comma))
        {
            if (IsCloser(Kind))
            {
                ReportStrayComma(Previous.Span);
            }

            return !IsCloser(Kind) && Resume();
        }

        if (IsCloser(Kind) || AtExpressionEnd)
        {
            return false;
        }

        if (AtItemWithoutComma(closer))
        {
            ReportMissingComma();
            return true;
        }

        ReportTrailing("the value");
        SkipItemTo(closer);
        return TryTake(TokenKind.Comma) && Resume();
    }

    private bool AtItemWithoutComma(TokenKind closer) =>
        closer == TokenKind.CloseBracket ? Kind == TokenKind.OpenBrace : AtFieldStart;

    /// <summary>Reads a block of items with commas between, each of which begins with a word, or may begin with a text.</summary>
    private void ParseItems(string owner, Action parseItem, bool areTexts = false)
    {
        var outer = _bracket;
        _bracket = _position;
        var block = OpenBlock(owner);
        while (InBlock(ref block) && !AtNextPart)
        {
            if (Kind == TokenKind.Word || (areTexts && Kind == TokenKind.Text))
            {
                parseItem();
                ExpectSeparator();
                continue;
            }

            ReportMissing<MissingName>("a name", "write a name here, or remove what stands in its place", "");
            SkipItemTo(TokenKind.CloseBrace);
            _ = TryTake(TokenKind.Comma) && Resume();
        }

        CloseBlock(block);
        _bracket = outer;
    }

    private void ExpectSeparator()
    {
        if (TryTake(TokenKind.Comma))
        {
            if (AtBlockEnd)
            {
                ReportStrayComma(Previous.Span);
            }
        }
        else if (Kind == TokenKind.Foreign && TextOf(Current) is "|")
        {
            ReportBar(Take());
        }
        else if (AtNextItem)
        {
            ReportMissingComma();
        }
        else if (!AtBlockEnd && !AtNextPart)
        {
            ReportTrailing("the item");
            SkipItemTo(TokenKind.CloseBrace);
            _ = TryTake(TokenKind.Comma) && Resume();
        }
    }

    /// <summary>What stands behind a list of inputs; the list has ended although its mark is missing.</summary>
    private bool AtNextPart => AtWord("gives") || AtNextStep;

    /// <summary>A name that the next item begins with, although no comma stands before it.</summary>
    private bool AtNextItem =>
        Kind == TokenKind.Word
        && !AtDeclaration
        && !AtNextPart
        && !AtReservedWord
        && !Vocabulary.Continuations.Contains(TextOf(Current))
        && (IsFirstOnLine(_position)
            || Peek(1).Kind is TokenKind.Colon or TokenKind.Comma or TokenKind.CloseBrace or TokenKind.Word);

    /// <summary>Reads over the rest of an item: up to its comma, the end of the list or the next item in a new line.</summary>
    private void SkipItemTo(TokenKind closer)
    {
        var open = 0;
        while (Kind != TokenKind.EndOfFile && !AtDeclaration)
        {
            var isNext = Kind == TokenKind.Comma || Kind == closer || (AtNextItem && IsFirstOnLine(_position));
            if (open == 0 && (isNext || AtExpressionEnd))
            {
                return;
            }

            open += IsOpener(Kind) ? 1 : IsCloser(Kind) && open > 0 ? -1 : 0;
            Take();
        }
    }

    /// <summary>`A | B`: a choice, as other languages write it.</summary>
    private void ReportBar(Token bar) =>
        ReportHabit(_report.Finding<MissingComma>(bar.Span, "`|` stands where `,` separates the items")
            .WithHelp("write `,`")
            .WithFix(_report.Replacing(WithSpaceBefore(bar.Span), ",", "write `,`")));

    private void ReportMissingComma() =>
        ReportMissing<MissingComma>("`,`", "write `,` between the items of a list", ",");
}
