namespace Ashlar.Kernel;

/// <summary>Which version of a row a change is meant for.</summary>
/// <param name="Version">The version, when there is no refusal.</param>
/// <param name="Refusal">Why the request names no version.</param>
public readonly record struct IfMatch(long Version, Refusal? Refusal)
{
    /// <summary>Whatever version the row has; the first version of a row is 1.</summary>
    internal static IfMatch Any { get; } = new(0, Refusal: null);

    /// <summary>Whether a change may be made of a row with this version.</summary>
    internal bool IsOf(long version) => Refusal is null && (this == Any || Version == version);
}
