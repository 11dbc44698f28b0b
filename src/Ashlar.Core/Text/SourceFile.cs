using System.Collections.Immutable;

namespace Ashlar.Core.Text;

/// <summary>One model file: its path relative to the system folder (with forward slashes) and its text.</summary>
public sealed class SourceFile(string path, string text)
{
    private readonly Lazy<ImmutableArray<int>> _lineStarts = new(() => FindLineStarts(text));

    public string Path { get; } = path;

    public string Text { get; } = text;

    public int LineCount => _lineStarts.Value.Length;

    /// <summary>One-based line and column (in UTF-16 units) of an offset.</summary>
    public LinePosition PositionOf(int offset)
    {
        var starts = _lineStarts.Value;
        var found = starts.BinarySearch(Math.Clamp(offset, 0, Text.Length));
        var line = found >= 0 ? found : ~found - 1;
        return new LinePosition(line + 1, Math.Clamp(offset, 0, Text.Length) - starts[line] + 1);
    }

    /// <summary>The text of a one-based line without its line end.</summary>
    public string LineText(int line)
    {
        var starts = _lineStarts.Value;
        var end = line < starts.Length ? starts[line] : Text.Length;
        return Text[starts[line - 1]..end].TrimEnd('\r', '\n');
    }

    /// <summary>The offset at which a one-based line starts.</summary>
    public int LineStart(int line) => _lineStarts.Value[line - 1];

    public string Slice(TextSpan span) => Text.Substring(span.Start, span.Length);

    private static ImmutableArray<int> FindLineStarts(string text)
    {
        var starts = ImmutableArray.CreateBuilder<int>();
        starts.Add(0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                starts.Add(i + 1);
            }
        }

        return starts.ToImmutable();
    }
}
