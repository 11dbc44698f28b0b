using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    /// <summary>A run of members between braces while it is read.</summary>
    private struct Block(string owner, Token open, bool isOpen, int position)
    {
        public readonly string Owner = owner;
        public readonly Token Open = open;
        public readonly bool IsOpen = isOpen;
        public int Position = position;
    }

    /// <summary>Starts a block; without its brace, one is assumed where its content seems to follow.</summary>
    private Block OpenBlock(string owner)
    {
        var open = Current;
        var isOpen = Expect(TokenKind.OpenBrace) || (Kind == TokenKind.Word && !AtDeclaration && !IsFirstOnLine(_position));
        return new Block(owner, open, isOpen, -1);
    }

    /// <summary>Whether another item follows. An item that read nothing is unexpected text: it is skipped.</summary>
    private bool InBlock(ref Block block)
    {
        if (block.IsOpen && block.Position == _position && !AtBlockEnd)
        {
            SkipUnexpected(block.Owner);
        }

        block.Position = _position;
        return block.IsOpen && !AtBlockEnd;
    }

    private bool AtBlockEnd => Kind is TokenKind.CloseBrace or TokenKind.EndOfFile || AtDeclaration;

    private void CloseBlock(Block block)
    {
        if (!block.IsOpen || TryTake(TokenKind.CloseBrace))
        {
            return;
        }

        var mark = Kind == TokenKind.EndOfFile ? Previous : Current;
        var label = Kind == TokenKind.EndOfFile ? "the file ends before the `}`" : "a declaration starts before the `}`";
        var insertion = IsFirstOnLine(_position) || Kind == TokenKind.EndOfFile ? "\n}" : " }";
        var found = Diagnostic.Of<MissingClosingBrace>(At(mark.Span), $"{block.Owner} is not closed")
            .WithLabel(label)
            .WithHelp("write `}` at its end")
            .WithFix(Fix.Insert(FixSafety.Safe, _source.Path, Previous.Span.End, insertion, $"insert `}}` after {Show(Previous)}"));
        Report(block.Open.Kind == TokenKind.OpenBrace ? found.WithRelated(At(block.Open.Span), "opened here") : found);
    }

    private void SkipUnexpected(string owner)
    {
        Report(Diagnostic.Of<UnexpectedText>(At(Current.Span), $"{Show(Current)} does not belong in {owner}")
            .WithHelp("remove it, or write what it should be part of"));
        SkipItem([]);
    }

    /// <summary>
    /// Reads over what cannot be understood up to the next line, the next of some words, the end of the block or the
    /// next declaration, and over whole blocks. At least one token is read, so that nothing loops.
    /// </summary>
    private void SkipItem(ImmutableArray<string> followers)
    {
        var open = 0;
        do
        {
            open = Math.Max(0, open + (IsOpener(Kind) ? 1 : IsCloser(Kind) ? -1 : 0));
            Take();
        }
        while (!(open == 0 && AtItemEnd(followers)) && Kind != TokenKind.EndOfFile && !AtDeclaration);
    }

    private bool AtItemEnd(ImmutableArray<string> followers) =>
        AtBlockEnd
        || AtFieldStart
        || IsFirstOnLine(_position)
        || (Kind == TokenKind.Word && !followers.IsEmpty && followers.Contains(_words.Of(TextOf(Current))));

    private bool AtMemberWord => Kind == TokenKind.Word && Vocabulary.Members.Contains(TextOf(Current));

    /// <summary>
    /// A word that opens declarations, first on its line and followed by a name: it starts one even where a brace is
    /// still open, because no member looks like that.
    /// </summary>
    private bool AtDeclaration
    {
        get
        {
            if (Kind != TokenKind.Word || Peek(1).Kind != TokenKind.Word || !IsFirstOnLine(_position))
            {
                return false;
            }

            var isPublic = TextOf(Current) is "public";
            return Vocabulary.Declarations.Contains(TextOf(isPublic ? Peek(1) : Current));
        }
    }
}
