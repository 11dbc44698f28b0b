namespace Ashlar.Kernel;

/// <summary>Which version of a row a change is meant for.</summary>
/// <param name="Version">The version, when there is no refusal.</param>
/// <param name="Refusal">Why the request names no version.</param>
public readonly record struct IfMatch(long Version, Refusal? Refusal);
