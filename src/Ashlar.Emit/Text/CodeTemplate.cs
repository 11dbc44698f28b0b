using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Ashlar.Emit.Text;

/// <summary>
/// The holes that a template may have: a plain `string` is none of them and does not compile. A hole of several lines
/// keeps the indentation of its line. An empty hole alone on a line removes the line, and with it the blank line that would
/// then be doubled or stand at the edge of a block.
/// </summary>
[InterpolatedStringHandler]
public ref struct CodeTemplate(int literalLength, int formattedCount)
{
    private readonly StringBuilder _text = new(literalLength + (formattedCount * 32));
    private int _lineStart;
    private bool _hasEmptyHole;
    private bool _hasLostLine;

    public void AppendLiteral(string value)
    {
        var start = 0;
        for (var end = value.IndexOf('\n', StringComparison.Ordinal); end >= 0; end = value.IndexOf('\n', start))
        {
            _text.Append(value, start, end - start);
            EndLine();
            start = end + 1;
        }

        _text.Append(value, start, value.Length - start);
    }

    public void AppendFormatted(Code value) => Append(value.Text);

    public void AppendFormatted(Ident value) => Append(value.Text);

    public void AppendFormatted(Lit value) => Append(value.Text);

    public void AppendFormatted(Doc value) => Append(value.Text);

    public void AppendFormatted(TypeRef value) => Append(value.Text);

    public void AppendFormatted(Prose value) => Append(value.Text);

    /// <summary>Without this a character would count as a number.</summary>
    [Obsolete("A character is text: use a literal.", error: true)]
    public void AppendFormatted(char value) => throw new NotSupportedException($"{value}");

    public void AppendFormatted(int value) => Append(value.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(long value) => Append(value.ToString(CultureInfo.InvariantCulture));

    internal Code ToCode()
    {
        if (IsLostLine())
        {
            _text.Length = Math.Max(0, _lineStart - 1);
            TrimBlankEnd();
        }
        else
        {
            CloseBlock();
        }

        return new Code(_text.ToString());
    }

    private void Append(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            _hasEmptyHole = true;
            return;
        }

        var indentation = Indentation();
        var lines = value.Split('\n');
        while (lines[0].Length == 0 && _text.Length > _lineStart && _text[^1] == ' ')
        {
            _text.Length--;
        }

        _text.Append(lines[0]);
        foreach (var line in lines.AsSpan(1))
        {
            _text.Append('\n');
            _lineStart = _text.Length;
            _text.Append(line.Length == 0 ? "" : indentation).Append(line);
        }
    }

    private readonly string Indentation()
    {
        var end = _lineStart;
        while (end < _text.Length && _text[end] == ' ')
        {
            end++;
        }

        return new string(' ', end - _lineStart);
    }

    private void EndLine()
    {
        if (IsLostLine())
        {
            _text.Length = _lineStart;
            _hasLostLine = true;
        }
        else if (_hasLostLine && IsSurplusBlank())
        {
            _text.Length = _lineStart;
        }
        else
        {
            KeepLine();
        }

        _hasEmptyHole = false;
    }

    private void KeepLine()
    {
        CloseBlock();
        while (_text.Length > _lineStart && _text[^1] == ' ')
        {
            _text.Length--;
        }

        _text.Append('\n');
        _lineStart = _text.Length;
        _hasLostLine = false;
    }

    private readonly bool IsLostLine() => _hasEmptyHole && FirstOfLine() == '\0';

    // The line is blank, and so is the one before, or that one opens a block or file.
    private readonly bool IsSurplusBlank() =>
        FirstOfLine() == '\0' && (_lineStart < 2 || _text[_lineStart - 2] is '\n' or '{' or '[' or '(');

    private readonly char FirstOfLine()
    {
        for (var i = _lineStart; i < _text.Length; i++)
        {
            if (_text[i] != ' ')
            {
                return _text[i];
            }
        }

        return '\0';
    }

    // The blank line before an end of block goes with the lost line that it followed.
    private void CloseBlock()
    {
        if (_hasLostLine && FirstOfLine() is '}' or ']' or ')'
            && _lineStart >= 2 && _text[_lineStart - 1] == '\n' && _text[_lineStart - 2] == '\n')
        {
            _text.Remove(_lineStart - 1, 1);
            _lineStart--;
        }
    }

    private readonly void TrimBlankEnd()
    {
        while (_text.Length > 0 && _text[^1] == '\n')
        {
            _text.Length--;
        }
    }
}
