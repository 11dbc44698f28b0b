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
                return IsSpace(first) && SkipForeignSpace();
        }
    }

    private static bool IsSpace(char unit) => unit is ' ' or '\n' or '\r' or '\t' or '\ufeff' or '\u200b' || char.IsWhiteSpace(unit);

    private void SkipToLineEnd()
    {
        var length = _text.AsSpan(_position, _end - _position).IndexOf('\n');
        _position = length < 0 ? _end : _position + length;
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
            _report.Add(Diagnostic.Of<HiddenCharacter>(_report.At(span), $"{shown} is a space that looks like another")
                .WithHelp("use an ordinary space")
                .WithFix(Fix.Replace(FixSafety.Safe, _report.At(span), " ", "replace it with a space")));
        }

        return true;
    }

    private bool SkipSemicolon()
    {
        var span = new TextSpan(_position, 1);
        _position++;
        _report.Add(Diagnostic.Of<Semicolon>(_report.At(span), "`;` ends nothing in a model")
            .WithHelp("remove it: a line end is enough")
            .WithFix(Fix.Remove(FixSafety.Safe, _report.At(span), "remove `;`")));
        return true;
    }

    private bool SkipLineComment(int markLength)
    {
        var mark = new TextSpan(_position, markLength);
        SkipToLineEnd();
        ReportComment(mark, Fix.Replace(FixSafety.Safe, _report.At(mark), "//", "begin the comment with `//`"));
        return true;
    }

    private bool SkipBlockComment()
    {
        var start = _position;
        var length = _hasNoCommentEnd ? -1 : _text.AsSpan(start, _end - start).IndexOf("*/");
        _hasNoCommentEnd |= length < 0;
        _position = length < 0 ? _position + 2 : start + length + 2;
        var content = length < 0 ? "" : _text[(start + 2)..(start + length)];
        var span = new TextSpan(start, Math.Min(2, _end - start));
        ReportComment(span, length < 0
            ? Fix.Replace(FixSafety.Safe, _report.At(span), "//", "begin the comment with `//`")
            : LinesInstead(TextSpan.FromBounds(start, _position), content, "//"));
        if (length < 0)
        {
            SkipToLineEnd();
        }

        return true;
    }

    private void ReportComment(TextSpan mark, Fix fix)
    {
        var shown = UnreadableText.Show(_text.AsSpan(mark.Start, mark.Length));
        _report.Add(Diagnostic.Of<ForeignComment>(_report.At(mark), $"{shown} does not begin a comment")
            .WithHelp("begin each line of a comment with `//`")
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
        _report.Add(Diagnostic.Of<ForeignDocumentation>(_report.At(mark), "`\"\"\"` does not begin documentation")
            .WithHelp("begin each line of documentation with `///`")
            .WithFix(LinesInstead(TextSpan.FromBounds(start, _position), rest[..length].ToString(), "///")));
        return true;
    }

    /// <summary>Rewrites a block as lines that begin with the mark, indented like the block; what follows it goes to a new line.</summary>
    private Fix LinesInstead(TextSpan block, string content, string mark)
    {
        var lineStart = block.Start == 0 ? 0 : _text.LastIndexOf('\n', block.Start - 1) + 1;
        var before = _text[lineStart..block.Start];
        var indent = before.All(char.IsWhiteSpace) ? before : "";
        var lines = content.Split('\n').Select(line => line.Trim().TrimStart('*').Trim()).Where(line => line.Length > 0);
        var text = string.Join("\n" + indent, lines.Select(line => $"{mark} {line}"));
        var isLast = block.End >= _end || _text[block.End] is '\n' or '\r';
        return Fix.Replace(FixSafety.Safe, _report.At(block), isLast ? text : text + "\n" + indent, $"write the lines with `{mark}`");
    }
}
