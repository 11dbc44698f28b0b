using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

internal sealed partial class Lexer
{
    private const string Documentation = "\"\"\"";

    private bool _hasNoCommentEnd;
    private bool _hasNoDocumentationEnd;

    private void SkipTrivia()
    {
        while (_position < _end && SkipOneTrivia(_text[_position]))
        {
        }
    }

    private bool SkipOneTrivia(char first)
    {
        switch (first)
        {
            case ' ' or '\n' or '\r' or '\t':
                _position++;
                return true;
            case '/' when Ahead(1) == '/':
                SkipToLineEnd();
                return true;
            case '/' when Ahead(1) == '*':
                return SkipBlockComment();
            case '-' when Ahead(1) == '-' && Ahead(2) != '>':
                return SkipLineComment(2);
            case '#':
                return SkipLineComment(1);
            case '"' when Ahead(1) == '"' && Ahead(2) == '"':
                return SkipDocumentation();
            case ';':
                return SkipSemicolon();
            default:
                return IsSpace(first) ? SkipForeignSpace() : IsUnknown(first) && SkipUnknown();
        }
    }

    private static bool IsSpace(char unit) =>
        unit is ' ' or '\n' or '\r' or '\t' or '\ufeff' or '\u200b' || char.IsWhiteSpace(unit);

    private void SkipToLineEnd()
    {
        var start = _position;
        var length = _text.AsSpan(_position, _end - _position).IndexOf('\n');
        _position = length < 0 ? _end : _position + length;
        ReportHidden(TextSpan.FromBounds(start, _position));
    }

    /// <summary>The byte order mark at the start of a file is trivia, so that the tokens print the file back.</summary>
    private bool SkipForeignSpace()
    {
        var span = new TextSpan(_position, 1);
        var isByteOrderMark = _text[_position] == '\ufeff' && _position == 0;
        _position++;
        if (!isByteOrderMark)
        {
            var shown = UnreadableText.Show(_text.AsSpan(span.Start, 1));
            _report.Add(_report.Finding<HiddenCharacter>(span, $"{shown} is a space that looks like another")
                .WithHelp("use an ordinary space")
                .WithFix(_report.Replacing(span, " ", "replace it with a space")));
        }

        return true;
    }

    private bool SkipSemicolon()
    {
        var span = new TextSpan(_position, 1);
        _position++;
        _report.Add(_report.Finding<Semicolon>(span, "`;` ends nothing in a model")
            .WithHelp("remove it: a line end is enough")
            .WithFix(_report.Removing(span, "remove `;`")));
        return true;
    }

    private bool SkipLineComment(int markLength)
    {
        var mark = new TextSpan(_position, markLength);
        SkipToLineEnd();
        ReportComment(mark, _report.Replacing(mark, "//", "begin the comment with `//`"));
        return true;
    }

    private bool SkipBlockComment()
    {
        var start = _position;
        var length = _hasNoCommentEnd ? -1 : _text.AsSpan(start + 2, _end - start - 2).IndexOf("*/");
        _hasNoCommentEnd |= length < 0;
        _position = length < 0 ? _position + 2 : start + length + 4;
        var content = length < 0 ? "" : _text.Substring(start + 2, length);
        var span = new TextSpan(start, 2);
        ReportComment(span, length < 0
            ? _report.Replacing(span, "//", "begin the comment with `//`")
            : LinesInstead(TextSpan.FromBounds(start, _position), content, "//"));
        if (length < 0)
        {
            SkipToLineEnd();
        }

        return true;
    }

    private void ReportComment(TextSpan mark, Fix fix)
    {
        var shown = Show(mark);
        _report.Add(_report.Finding<ForeignComment>(mark, $"{shown} does not begin a comment")
            .WithHelp("start each line of a comment with `//`")
            .WithFix(fix));
    }

    private bool SkipDocumentation()
    {
        var start = _position;
        var rest = _text.AsSpan(start + 3, _end - start - 3);
        var length = _hasNoDocumentationEnd ? -1 : rest.IndexOf(Documentation);
        _hasNoDocumentationEnd |= length < 0;
        if (length < 0)
        {
            return false;
        }

        _position = start + length + 6;
        var mark = new TextSpan(start, 3);
        _report.Add(_report.Finding<ForeignDocumentation>(mark, "`\"\"\"` does not begin documentation")
            .WithHelp("start each line of documentation with `///`")
            .WithFix(LinesInstead(TextSpan.FromBounds(start, _position), rest[..length].ToString(), "///")));
        return true;
    }

    /// <summary>
    /// Rewrites a block as lines that begin with the mark, indented like the block; what follows it goes to a new line.
    /// </summary>
    private Fix LinesInstead(TextSpan block, string content, string mark)
    {
        if (_report.IsFull)
        {
            return _report.Removing(block, "remove it");
        }

        var lineStart = block.Start == 0 ? 0 : _text.LastIndexOf('\n', block.Start - 1) + 1;
        var before = _text[lineStart..block.Start];
        var indent = before.All(char.IsWhiteSpace) ? before : "";
        var lines = content.Split('\n').Select(line => line.Trim().TrimStart('*').Trim()).Where(line => line.Length > 0);
        var text = string.Join("\n" + indent, lines.Select(line => $"{mark} {line}"));
        var isLast = block.End >= _end || _text[block.End] is '\n' or '\r';
        return _report.Replacing(block, isLast ? text : text + "\n" + indent, $"write the lines with `{mark}`");
    }
}
