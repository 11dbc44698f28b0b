namespace Ashlar.Core.Syntax.Formatting;

/// <summary>
/// What starts on a line of its own where its block is broken: a declaration, a member, an item of a list. It runs from
/// its first to its last token.
/// </summary>
internal sealed class Unit(int first, int last, Alignment alignment)
{
    public int First { get; } = first;

    public int Last { get; } = last;

    public Alignment Alignment { get; } = alignment;

    /// <summary>The tokens that start the columns after the first; -1 for a column that the unit does not have.</summary>
    public List<int> Stops { get; } = [];

    /// <summary>The outermost brackets of the unit, in order.</summary>
    public List<Bracket> Brackets { get; } = [];

    /// <summary>Where a unit that is too long goes on in the next line: the loosest places have the lowest level.</summary>
    public List<(int Token, int Level)> Breaks { get; } = [];
}
