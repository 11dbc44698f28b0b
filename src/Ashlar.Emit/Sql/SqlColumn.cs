using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;

namespace Ashlar.Emit.Sql;

/// <summary>
/// A column that holds a field, or one part of a field with a value type. The name is as in the database, unquoted.
/// </summary>
internal sealed record SqlColumn(string Name, ModelType Type, Constraints Constraints, Field Field)
{
    /// <summary>The part of the value that the column holds; null for a field of its own.</summary>
    public Field? Part { get; init; }

    /// <summary>What the database calculates the column from; null for a column that is written.</summary>
    public Expression? Computed { get; init; }

    public bool IsNullable => Type.IsNullable;

    public string Documentation => Part is { Documentation.Length: > 0 } part ? part.Documentation : Field.Documentation;

    /// <summary>The element that the column comes from, such as `address.street`.</summary>
    public string Path => Part is null ? Field.Name : $"{Field.Name}.{Part.Name}";
}
