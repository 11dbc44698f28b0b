using System.Collections.Immutable;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

/// <summary>
/// Splits a text, or the part of it between two offsets, into tokens. Every unit of the text is in exactly one token
/// or in the trivia before one. Each step reads forward only, so the time is linear in the text.
/// </summary>
internal sealed partial class Lexer
{
    private readonly string _text;
    private readonly int _end;
    private readonly SyntaxReport _report;
    private readonly ImmutableArray<Token>.Builder _tokens;
    private int _position;
    private bool _isPatternNext;

    private Lexer(string text, TextSpan range, SyntaxReport report)
    {
        _text = text;
        _position = range.Start;
        _end = range.End;
        _report = report;
        _tokens = ImmutableArray.CreateBuilder<Token>((range.Length / 5) + 8);
    }

    /// <summary>The tokens of a range; the last one is the end of file.</summary>
    public static ImmutableArray<Token> Lex(string text, TextSpan range, SyntaxReport report)
    {
        var lexer = new Lexer(text, range, report);
        lexer.ScanAll();
        return lexer._tokens.DrainToImmutable();
    }

    private void ScanAll()
    {
        var kind = TokenKind.Unknown;
        while (kind != TokenKind.EndOfFile)
        {
            var fullStart = _position;
            SkipTrivia();
            var start = _position;
            kind = start < _end ? Scan(_text[start]) : TokenKind.EndOfFile;
            _tokens.Add(new Token(kind, TextSpan.FromBounds(start, _position), fullStart));
        }
    }

    private TokenKind Scan(char first)
    {
        if (IsWordStart(first))
        {
            return ScanWord();
        }

        if (char.IsAsciiDigit(first))
        {
            return ScanNumber();
        }

        return first is '"' or '\'' ? ScanText(first) : ScanPunctuation(first);
    }

    private TokenKind ScanWord()
    {
        var start = _position;
        var isAscii = true;
        while (_position < _end && IsWordPart(_text[_position]))
        {
            isAscii &= char.IsAscii(_text[_position]);
            _position++;
        }

        var word = _text.AsSpan(start, _position - start);
        _isPatternNext = word is "pattern" && PreviousIsWord("matches");
        if (!isAscii)
        {
            ReportForeignLetters(TextSpan.FromBounds(start, _position));
        }

        return TokenKind.Word;
    }

    private bool PreviousIsWord(string word) =>
        _tokens.Count > 0
        && _tokens[^1] is { Kind: TokenKind.Word } previous
        && _text.AsSpan(previous.Span.Start, previous.Span.Length).SequenceEqual(word);

    private static bool IsWordStart(char unit) => char.IsLetter(unit) || unit == '_';

    private static bool IsWordPart(char unit) => char.IsLetterOrDigit(unit) || unit == '_';

    /// <summary>The unit at an offset from the current position, or NUL behind the end.</summary>
    private char Ahead(int offset) => _position + offset < _end ? _text[_position + offset] : '\0';

    private string Show(TextSpan span) => UnreadableText.Show(_text.AsSpan(span.Start, span.Length));

    private TokenKind Take(int length, TokenKind kind)
    {
        _position += length;
        return kind;
    }
}
