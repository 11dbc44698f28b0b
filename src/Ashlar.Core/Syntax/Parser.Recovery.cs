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
    /// next declaration, and over whole blocks.
    /// </summary>
    private void SkipItem(ImmutableArray<string> followers) => SkipUntil(() => AtItemEnd(followers));

    /// <summary>The same for the member of an entity, where also a field ends what is skipped.</summary>
    private void SkipMember() => SkipUntil(() => AtFieldStart || AtItemEnd([]));

    /// <summary>At least one token is read, so that nothing loops.</summary>
    private void SkipUntil(Func<bool> isEnd)
    {
        var open = 0;
        do
        {
            open = Math.Max(0, open + (IsOpener(Kind) ? 1 : IsCloser(Kind) ? -1 : 0));
            Take();
        }
        while (!(open == 0 && isEnd()) && Kind != TokenKind.EndOfFile && !AtDeclaration);
    }

    /// <summary>Reads over a mark that is written twice: nothing is open for the second one.</summary>
    private void SkipDoubled(TokenKind kind)
    {
        while (Kind == kind && Previous.Kind == kind && !IsFirstOnLine(_position))
        {
            Report(_report.Finding<UnexpectedText>(Current.Span, $"{Show(Current)} is written twice")
                .WithHelp("remove it")
                .WithFix(_report.Removing(Current.Span, "remove it")));
            Take();
        }
    }

    private bool AtItemEnd(ImmutableArray<string> followers) =>
        AtBlockEnd
        || IsFirstOnLine(_position)
        || (Kind == TokenKind.Word && !followers.IsEmpty && followers.Contains(_words.Of(TextOf(Current))));

    /// <summary>A name or a brace follows, and not a word that goes on with an expression.</summary>
    private bool BeforeName =>
        Peek(1).Kind == TokenKind.OpenBrace
        || (Peek(1).Kind == TokenKind.Word && !Vocabulary.Continuations.Contains(TextOf(Peek(1))));

    /// <summary>A line that starts with a field or another member of an entity.</summary>
    private bool AtMember => IsFirstOnLine(_position) && (AtFieldStart || (AtMemberWord && BeforeName));

    /// <summary>
    /// The line starts something else: what was being read ended too early, and must not take the next construct's first
    /// word for its own.
    /// </summary>
    private bool AtNextConstruct => Peek(1).Kind switch
    {
        TokenKind.Colon => !_isBeforeColon && IsFirstOnLine(_position),
        TokenKind.Word or TokenKind.OpenBrace => AtDeclaration || (AtMemberWord && BeforeName && IsFirstOnLine(_position)),
        _ => false,
    } || AtNextStep;

    private bool AtMemberWord => Kind == TokenKind.Word && Vocabulary.Members.Contains(TextOf(Current));

    /// <summary>
    /// A word that opens declarations, first on its line and followed by a name, a title or a brace: it starts one even
    /// where a brace is still open, because no member looks like that.
    /// </summary>
    private bool AtDeclaration
    {
        get
        {
            if (Kind != TokenKind.Word || !IsFirstOnLine(_position))
            {
                return false;
            }

            if (!BeforeName)
            {
                return Peek(1).Kind == TokenKind.Text && TextOf(Current) is "scenario";
            }

            if (_isInCapabilities && TextOf(Current) is "config" && Peek(2).Kind != TokenKind.OpenBrace)
            {
                return false;
            }

            var isPublic = TextOf(Current) is "public";
            return Vocabulary.Declarations.Contains(TextOf(isPublic ? Peek(1) : Current));
        }
    }
}
