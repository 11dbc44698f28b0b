namespace Ashlar.Core.Analysis.Conditions;

/// <summary>What is known about a condition over all rows that may exist.</summary>
public enum Truth
{
    Unknown,

    /// <summary>It holds for every row (wherever it has a value at all).</summary>
    Always,

    /// <summary>It holds for no row.</summary>
    Never,
}
