using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

/// <summary>
/// A token with the trivia (white space and comments) before it. The full spans of all tokens of a file follow each
/// other without a gap, so printing them gives the file back.
/// </summary>
public readonly record struct Token(TokenKind Kind, TextSpan Span, int FullStart)
{
    /// <summary>The trivia before the token.</summary>
    public TextSpan Trivia => TextSpan.FromBounds(FullStart, Span.Start);
}
