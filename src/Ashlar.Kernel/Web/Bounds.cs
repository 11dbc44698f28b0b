namespace Ashlar.Kernel;

/// <summary>The bounds that a list is filtered by; both belong to it, and either may be missing.</summary>
/// <param name="Min">The smallest value wanted.</param>
/// <param name="Max">The largest value wanted.</param>
public readonly record struct Bounds<T>(T? Min, T? Max) where T : struct;
