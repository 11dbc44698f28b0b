namespace Ashlar.Core.Syntax;

/// <summary>What a token is. Words are all <see cref="Word"/>: only the expression language reserves some.</summary>
public enum TokenKind
{
    EndOfFile,

    /// <summary>A file that is no text at all: its one token.</summary>
    Unknown,
    Word,
    Integer,
    Decimal,

    /// <summary>A number with a unit of time, such as `30s` or `2h`.</summary>
    Duration,

    /// <summary>A number with a unit of memory, such as `5MB`.</summary>
    Size,
    Text,
    OpenBrace,
    CloseBrace,
    OpenParenthesis,
    CloseParenthesis,
    OpenBracket,
    CloseBracket,
    Colon,
    Comma,
    Dot,
    Question,
    Arrow,
    Assign,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Plus,
    Minus,
    Star,
    Slash,
    Coalesce,

    /// <summary>Punctuation of other languages, such as `&amp;&amp;` or `@`; the parser knows what it should have been.</summary>
    Foreign,
}
