namespace Ashlar.Kernel;

/// <summary>What came of a statement that writes one row and gives it back.</summary>
/// <param name="IsDone">Whether there was a row to write.</param>
/// <param name="View">The row as it is now; null when the caller may not read it.</param>
public readonly record struct Changed<T>(bool IsDone, T? View) where T : class;
