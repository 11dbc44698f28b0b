namespace Ashlar.Core.Syntax.Formatting;

/// <summary>A pair of brackets and the units between them, written on one line or broken into one line per unit.</summary>
internal sealed class Bracket(int open, int close, BracketStyle style)
{
    public int Open { get; } = open;

    public int Close { get; } = close;

    public BracketStyle Style { get; } = style;

    public List<Unit> Items { get; } = [];

    public bool IsBroken { get; set; }
}
