using System.Text;

namespace Ashlar.Core.Syntax.Formatting;

/// <summary>A line of the formatted text, with the offsets at which its columns start.</summary>
internal sealed class OutputLine(int indent, int block, Alignment alignment)
{
    public int Indent { get; } = indent;

    /// <summary>Lines of one block may share columns; a number for each block.</summary>
    public int Block { get; } = block;

    public Alignment Alignment { get; set; } = alignment;

    /// <summary>The text without indentation and comment.</summary>
    public StringBuilder Text { get; } = new();

    public List<int> Stops { get; } = [];

    /// <summary>The comment behind the text, or the whole line where there is no text.</summary>
    public string Comment { get; set; } = "";

    public bool IsBlank => Text.Length == 0 && Comment.Length == 0;

    public bool IsOnlyComment => Text.Length == 0 && Comment.Length > 0;

    public int Width => Indent + Text.Length;
}
