using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    private void SkipUnexpected(string owner)
    {
        Report(_report.Finding<UnexpectedText>(Current.Span, $"{Show(Current)} does not belong in {owner}")
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

    /// <summary>A name or a brace follows, and not a word that goes on with an expression.</summary>
    private bool BeforeName =>
        Peek(1).Kind == TokenKind.OpenBrace
        || (Peek(1).Kind == TokenKind.Word && !Vocabulary.Continuations.Contains(TextOf(Peek(1))));

    /// <summary>
    /// The line starts something else: what was being read ended too early, and must not take the next construct's first
    /// word for its own.
    /// </summary>
    private bool AtNextConstruct => Peek(1).Kind switch
    {
        TokenKind.Colon => !_isBeforeColon && IsFirstOnLine(_position),
        TokenKind.Word or TokenKind.OpenBrace => AtDeclaration || (AtMemberWord && BeforeName && IsFirstOnLine(_position)),
        _ => false,
    };

    private bool AtMemberWord => Kind == TokenKind.Word && Vocabulary.Members.Contains(TextOf(Current));

    /// <summary>
    /// A word that opens declarations, first on its line and followed by a name or a brace: it starts one even where a
    /// brace is still open, because no member looks like that.
    /// </summary>
    private bool AtDeclaration
    {
        get
        {
            if (Kind != TokenKind.Word || !BeforeName || !IsFirstOnLine(_position))
            {
                return false;
            }

            var isPublic = TextOf(Current) is "public";
            return Vocabulary.Declarations.Contains(TextOf(isPublic ? Peek(1) : Current));
        }
    }
}
