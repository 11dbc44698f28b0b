namespace Ashlar.Kernel;

/// <summary>What an update says about one field: nothing, or a value.</summary>
/// <param name="IsSet">Whether the body has the member.</param>
/// <param name="Value">The value, meaningful only when <paramref name="IsSet"/>.</param>
public readonly record struct Change<T>(bool IsSet, T? Value);
