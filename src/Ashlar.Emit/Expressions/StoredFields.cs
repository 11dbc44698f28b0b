using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Expressions;

/// <summary>Tells which computed fields are kept in a generated column, and which are calculated when they are read.</summary>
internal static class StoredFields
{
    /// <summary>
    /// A computed field is stored when it is a function of columns of its own row that no calendar, caller or other row
    /// has a part in.
    /// </summary>
    public static bool IsStored(this SystemModel model, Field field)
    {
        if (field.Computed is not { } computed)
        {
            return field.IsStoredInRow;
        }

        return field.Type is not (ListType or ValueType or ReferenceType or DecimalType { Precision: > NumberRange.WholeDigits })
            && FunctionInliner.Inline(computed, model.Function).DescendantsAndSelf().All(node => IsOfOwnRow(model, node));
    }

    private static bool IsOfOwnRow(SystemModel model, Expression node) => node switch
    {
        Comprehension or CallerIs => false,
        Variable variable => variable.Kind == VariableKind.This,
        BuiltIn call => call.Function is not (BuiltInFunction.InstantOf or BuiltInFunction.DateOf or BuiltInFunction.TimeOf),
        FieldAccess access => IsOfOwnRow(model, access),
        _ => true,
    };

    private static bool IsOfOwnRow(SystemModel model, FieldAccess access) =>
        access.Target is Variable { Kind: VariableKind.This } or { Type: ValueType }
        && (model.FieldOf(access) is not { } field || IsStored(model, field));
}
