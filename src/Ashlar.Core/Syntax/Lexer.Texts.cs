using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

internal sealed partial class Lexer
{
    /// <summary>A text stands on one line, so that a forgotten quotation mark costs that line only.</summary>
    private TokenKind ScanText(char quote)
    {
        var start = _position;
        var isRaw = _isPatternNext;
        _isPatternNext = false;
        _position++;
        while (_position < _end && _text[_position] is not ('\n' or '\r') && _text[_position] != quote)
        {
            _position += !isRaw && _text[_position] == '\\' && Ahead(1) is not ('\n' or '\r' or '\0') ? 2 : 1;
        }

        _position = Math.Min(_position, _end);
        var isClosed = _position < _end && _text[_position] == quote;
        _position += isClosed ? 1 : 0;
        ReportText(TextSpan.FromBounds(start, _position), quote, isClosed);
        ReportHidden(TextSpan.FromBounds(start, _position));
        return TokenKind.Text;
    }

    private void ReportText(TextSpan span, char quote, bool isClosed)
    {
        if (!isClosed)
        {
            var fix = _report.Inserting(span.End, quote.ToString(), "close the text at the end of the line");
            _report.Add(_report.Finding<UnclosedText>(span, "the text has no closing quotation mark on its line")
                .WithHelp("close it before the line ends")
                .WithFix(fix));
        }
        else if (quote == '\'')
        {
            ReportSingleQuotes(span);
        }
    }

    private void ReportSingleQuotes(TextSpan span)
    {
        var content = _text.Substring(span.Start + 1, span.Length - 2).Replace("\\'", "'", StringComparison.Ordinal);
        var text = "\"" + content.Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
        _report.Add(_report.Finding<SingleQuotes>(span, "the text stands between single quotation marks")
            .WithHelp("write `\"` on both sides")
            .WithFix(_report.Replacing(span, text, "use double quotation marks")));
    }
}
