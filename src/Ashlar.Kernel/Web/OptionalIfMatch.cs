namespace Ashlar.Kernel;

/// <summary>Which version of a row a request is meant for, if it says so.</summary>
/// <param name="Version">The version; null when any will do.</param>
/// <param name="Refusal">What is wrong with what the request says.</param>
public readonly record struct OptionalIfMatch(long? Version, Refusal? Refusal);
