using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

internal sealed partial class Lexer
{
    private TokenKind ScanPunctuation(char first) => first switch
    {
        '{' => Take(1, TokenKind.OpenBrace),
        '}' => Take(1, TokenKind.CloseBrace),
        '(' => Take(1, TokenKind.OpenParenthesis),
        ')' => Take(1, TokenKind.CloseParenthesis),
        '[' => Take(1, TokenKind.OpenBracket),
        ']' => Take(1, TokenKind.CloseBracket),
        ':' => Take(1, TokenKind.Colon),
        ',' => Take(1, TokenKind.Comma),
        '.' => Take(1, TokenKind.Dot),
        '+' => Take(1, TokenKind.Plus),
        '*' => Take(1, TokenKind.Star),
        '/' => Take(1, TokenKind.Slash),
        '-' => Ahead(1) == '>' ? Take(2, TokenKind.Arrow) : Take(1, TokenKind.Minus),
        '?' => Ahead(1) == '?' ? Take(2, TokenKind.Coalesce) : Take(1, TokenKind.Question),
        '=' => ScanEquals(),
        '!' => ScanBang(),
        '<' => ScanLess(),
        '>' => Ahead(1) == '=' ? Take(2, TokenKind.GreaterOrEqual) : Take(1, TokenKind.Greater),
        '&' => Take(Ahead(1) == '&' ? 2 : 1, TokenKind.Foreign),
        '|' => Take(Ahead(1) == '|' ? 2 : 1, TokenKind.Foreign),
        '@' or '%' or '^' or '~' or '$' => Take(1, TokenKind.Foreign),
        _ => Take(1, TokenKind.Unknown),
    };

    private TokenKind ScanEquals() => (Ahead(1), Ahead(2)) switch
    {
        ('=', '=') => Take(3, TokenKind.Foreign),
        ('=', _) => Take(2, TokenKind.Equal),
        ('>', _) => Take(2, TokenKind.Foreign),
        _ => Take(1, TokenKind.Assign),
    };

    private TokenKind ScanBang() => (Ahead(1), Ahead(2)) switch
    {
        ('=', '=') => Take(3, TokenKind.Foreign),
        ('=', _) => Take(2, TokenKind.NotEqual),
        _ => Take(1, TokenKind.Foreign),
    };

    private TokenKind ScanLess() => Ahead(1) switch
    {
        '=' => Take(2, TokenKind.LessOrEqual),
        '>' => Take(2, TokenKind.Foreign),
        _ => Take(1, TokenKind.Less),
    };

    /// <summary>Neighbouring units that begin no token are trivia and one finding.</summary>
    private bool SkipUnknown()
    {
        var start = _position;
        while (_position < _end && IsUnknown(_text[_position]))
        {
            _position++;
        }

        var span = TextSpan.FromBounds(start, _position);
        var shown = Show(span);
        _report.Add(_report.Finding<UnknownCharacter>(span, $"{shown} means nothing in a model")
            .WithHelp("remove it, or put it in a text or a comment")
            .WithFix(_report.Removing(span, "remove it")));
        return true;
    }

    private static bool IsUnknown(char unit) =>
        !IsWordPart(unit) && !IsSpace(unit) && !"{}()[]:,.+*/-?=!<>&|@%^~$\"'#;".Contains(unit);

    private void ReportForeignLetters(TextSpan span)
    {
        var word = _text.Substring(span.Start, span.Length);
        var found = _report.Finding<ForeignLetters>(span, $"{UnreadableText.Show(word)} has letters outside a to z")
            .WithLabel("becomes a name in C#, SQL and a URL")
            .WithHelp("write the name with the letters a to z, digits and underscores");
        var plain = UnreadableText.WithoutMarks(word);
        _report.Add(plain.Length == 0
            ? found
            : found.WithFix(_report.Replacing(span, plain, $"write `{plain}`")));
    }
}
