using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;

namespace Ashlar.Core.Plan;

/// <summary>What becomes of a value when its field gets another type.</summary>
public static class TypeChange
{
    /// <summary>Both types are the same, whatever of it was renamed; whether a value may be absent is another question.</summary>
    public static bool IsSame(Correspondence pairs, ModelType before, ModelType after) => (before, after) switch
    {
        (EnumType old, EnumType now) => IsPair(pairs, ElementKind.Enum, old.Enum, now.Enum),
        (ReferenceType old, ReferenceType now) => IsPair(pairs, ElementKind.Entity, old.Entity, now.Entity),
        (Model.Types.ValueType old, Model.Types.ValueType now) => IsPair(pairs, ElementKind.Value, old.Value, now.Value),
        (StateType, StateType) => true,
        (ListType old, ListType now) => IsSame(pairs, old.Item, now.Item),
        _ => before.AsNullable(false) == after.AsNullable(false),
    };

    /// <summary>Every value of the old type is one of the new type: nothing is decided and nothing is lost.</summary>
    public static bool IsWidening(ModelType before, ModelType after) =>
        (before.AsNullable(false), after.AsNullable(false)) switch
        {
            (ScalarType { Scalar: Scalar.Int }, ScalarType { Scalar: Scalar.Long }) => true,
            (ScalarType { Scalar: Scalar.Int }, DecimalType now) => now.Precision - now.Scale >= 10,
            (ScalarType { Scalar: Scalar.Long }, DecimalType now) => now.Precision - now.Scale >= 19,
            (DecimalType old, DecimalType now) =>
                now.Scale >= old.Scale && now.Precision - now.Scale >= old.Precision - old.Scale,
            (ScalarType { Scalar: Scalar.Email or Scalar.Url }, ScalarType { Scalar: Scalar.Text }) => true,
            _ => false,
        };

    private static bool IsPair(Correspondence pairs, ElementKind kind, ElementName old, ElementName now) =>
        pairs.OldOf(ElementPath.Of(kind, now)) == ElementPath.Of(kind, old);
}
