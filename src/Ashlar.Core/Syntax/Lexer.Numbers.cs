using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

internal sealed partial class Lexer
{
    private TokenKind ScanNumber()
    {
        var start = _position;
        SkipDigits();
        var isDecimal = Ahead(0) == '.' && char.IsAsciiDigit(Ahead(1));
        if (isDecimal)
        {
            _position++;
            SkipDigits();
        }

        var number = isDecimal ? TokenKind.Decimal : TokenKind.Integer;
        return _position < _end && IsWordPart(_text[_position]) ? ScanUnit(start, number) : number;
    }

    private TokenKind ScanUnit(int start, TokenKind number)
    {
        var unitStart = _position;
        while (_position < _end && IsWordPart(_text[_position]))
        {
            _position++;
        }

        var unit = _text.AsSpan(unitStart, _position - unitStart);
        if (number == TokenKind.Integer && unit is "s" or "m" or "h" or "d")
        {
            return TokenKind.Duration;
        }

        if (number == TokenKind.Integer && unit is "KB" or "MB" or "GB")
        {
            return TokenKind.Size;
        }

        ReportUnit(TextSpan.FromBounds(start, _position), unitStart, number);
        return number;
    }

    private void ReportUnit(TextSpan span, int unitStart, TokenKind number)
    {
        var unit = _text.AsSpan(unitStart, span.End - unitStart);
        var digits = _text[span.Start..unitStart];
        var shown = UnreadableText.Show(unit);
        var found = _report.Finding<UnknownUnit>(span, $"{shown} is not a unit")
            .WithHelp("use a unit as in `30s`, `5m`, `2h`, `14d` or, for files, `5MB`");
        var meant = number == TokenKind.Integer ? Units.ShortFor(unit) : "";
        _report.Add(meant.Length == 0
            ? found
            : found.WithFix(_report.Replacing(span, digits + meant, $"write `{digits}{meant}`")));
    }

    private void SkipDigits()
    {
        while (_position < _end && char.IsAsciiDigit(_text[_position]))
        {
            _position++;
        }
    }
}
