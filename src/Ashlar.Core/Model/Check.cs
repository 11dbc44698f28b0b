using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model;

/// <summary>A condition that every row holds, in the API, in C# and in the database.</summary>
public sealed record Check(string Name, string Message, Expression Condition, Origin Origin);

/// <summary>No two rows (of those where the condition holds) are equal in these fields. Null never collides.</summary>
public sealed record UniqueRule(string Name, string Message, ValueList<string> Fields, Expression? Where, Origin Origin);

/// <summary>No two rows that are equal in these fields overlap in time (half-open). Null never collides.</summary>
public sealed record ExclusiveRule(
    string Name, string Message, ValueList<string> Fields, string From, string Until, Expression? Where, Origin Origin);
