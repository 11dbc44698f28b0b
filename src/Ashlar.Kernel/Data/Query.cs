namespace Ashlar.Kernel;

/// <summary>A statement with its parameters, to be sent together with others.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Values">The parameters <c>$1</c>, <c>$2</c> and so on.</param>
public sealed record Query(Statement Statement, params IReadOnlyList<Value> Values);
