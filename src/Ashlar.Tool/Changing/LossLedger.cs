using System.Collections.Immutable;

namespace Ashlar.Tool.Changing;

/// <summary>What became of values when a migration was tried: those that went, with the decision that covers them.</summary>
internal sealed record LossLedger(int Values)
{
    public ImmutableArray<LostValues> Lost { get; init; } = [];

    /// <summary>Why the migration does not run; null where it does.</summary>
    public string? Failure { get; init; }

    public IEnumerable<LostValues> Uncovered => Lost.Where(lost => lost.Because.Length == 0);
}

/// <summary>
/// Values of a column that are no longer there, or no longer what they were. Those that are put aside can be had back.
/// </summary>
internal sealed record LostValues(string Element, int Count, int PutAside, string Because)
{
    /// <summary>There are others instead, which do not tell what these were.</summary>
    public bool IsReplaced { get; init; }
}
