namespace Ashlar.Core.Syntax.Formatting;

/// <summary>A pair of brackets and the units between them, written on one line or broken into one line per unit.</summary>
internal sealed class Bracket(int open, int close, BracketStyle style)
{
    public int Open { get; } = open;

    public int Close { get; } = close;

    public BracketStyle Style { get; } = style;

    public List<Unit> Items { get; } = [];

    public bool IsBroken { get; set; }

    /// <summary>Something in it never stands on one line.</summary>
    public bool IsAlwaysBroken =>
        (Style == BracketStyle.Statements && Items.Count > 1)
        || Items.Exists(item => item.Brackets.Exists(bracket => bracket.IsAlwaysBroken));
}
