namespace Ashlar.Core.Syntax;

/// <summary>How punctuation is written.</summary>
internal static class Punctuation
{
    public static string TextOf(TokenKind kind) => kind switch
    {
        TokenKind.OpenBrace => "{",
        TokenKind.CloseBrace => "}",
        TokenKind.OpenParenthesis => "(",
        TokenKind.CloseParenthesis => ")",
        TokenKind.OpenBracket => "[",
        TokenKind.CloseBracket => "]",
        TokenKind.Colon => ":",
        TokenKind.Comma => ",",
        TokenKind.Dot => ".",
        TokenKind.Question => "?",
        TokenKind.Arrow => "->",
        TokenKind.Assign => "=",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not punctuation that can be missing"),
    };

    /// <summary>The text to insert right behind a token.</summary>
    public static string InsertionOf(TokenKind kind) => kind switch
    {
        TokenKind.OpenBrace or TokenKind.CloseBrace or TokenKind.Arrow or TokenKind.Assign => " " + TextOf(kind),
        _ => TextOf(kind),
    };
}
