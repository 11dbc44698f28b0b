using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Core.Plan;

/// <summary>Which elements hold something that would be lost, and which values a new element gets by itself.</summary>
public static class StoredData
{
    /// <summary>The database holds values of the field: a column, a list of values, or links.</summary>
    public static bool IsStored(Field field) =>
        field.IsStoredInRow || (field.Computed is null && field.Relation is null or { Kind: RelationKind.Linked });

    /// <summary>A row cannot be without it.</summary>
    public static bool NeedsValue(Field field) => field.IsStoredInRow && !field.IsOptional;

    /// <summary>The rows that exist get what new ones get, although they could be without it.</summary>
    public static bool IsFilled(Field field) => field.IsStoredInRow && field.Type is not ValueType && HasOwnFill(field);

    /// <summary>Existing rows get the value that the model gives new ones.</summary>
    public static bool HasOwnFill(Field field) =>
        field.Default is Literal { Value: not null } or Variable { Kind: VariableKind.Now or VariableKind.Today }
            or ObjectLiteral or ListLiteral
        || field.Generated is not null;
}
