namespace Ashlar.Kernel.Tests.Expressions;

/// <summary>
/// A row of the lab. Values are what C# holds, but names of enums and states as text, references as ids, values with fields as
/// a dictionary, lists of values as an array.
/// </summary>
internal sealed record LabRow(string Entity, Guid Id, Dictionary<string, object?> Values);
