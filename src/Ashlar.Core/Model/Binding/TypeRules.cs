using Ashlar.Core.Model.Types;

namespace Ashlar.Core.Model.Binding;

/// <summary>Which types go together. An unknown type goes with everything: its cause is reported already.</summary>
internal static class TypeRules
{
    /// <summary>A value of one type can stand where the other is expected, null and digits aside.</summary>
    public static bool Fits(ModelType value, ModelType target) =>
        (value, target) switch
        {
            (UnknownType, _) or (_, UnknownType) or (NullType, _) => true,
            (DecimalType, DecimalType) => true,
            (ScalarType { Scalar: Scalar.Int or Scalar.Long }, _) when ScalarTypes.IsNumber(target) => true,
            (DecimalType { Scale: 0 }, _) when ScalarTypes.IsNumber(target) => true,
            (_, ScalarType { Scalar: Scalar.Text }) when ScalarTypes.IsText(value) => true,
            (ListType from, ListType to) => Fits(from.Item, to.Item),
            _ => IsSame(value, target),
        };

    /// <summary>`==` and `!=` mean something between the two.</summary>
    public static bool CanCompare(ModelType left, ModelType right)
    {
        if (left is UnknownType or NullType || right is UnknownType or NullType)
        {
            return left is not ListType && right is not ListType;
        }

        return (ScalarTypes.IsNumber(left) && ScalarTypes.IsNumber(right))
            || (ScalarTypes.IsText(left) && ScalarTypes.IsText(right))
            || (HasEquality(left) && IsSame(left, right));
    }

    public static bool HasOrder(ModelType type) =>
        ScalarTypes.IsNumber(type) || ScalarTypes.IsText(type)
        || type is UnknownType or ScalarType { Scalar: Scalar.Date or Scalar.Time or Scalar.Instant or Scalar.Duration };

    /// <summary>The type that holds values of both, or null where there is none.</summary>
    public static ModelType? Join(ModelType left, ModelType right)
    {
        var isNullable = left.IsNullable || right.IsNullable || left is NullType || right is NullType;
        var joined = (left, right) switch
        {
            (UnknownType, _) => right,
            (_, UnknownType) => left,
            (NullType, _) => right,
            (_, NullType) => left,
            (ListType from, ListType to) => Join(from.Item, to.Item) is { } item ? new ListType(item) : null,
            _ when ScalarTypes.IsNumber(left) && ScalarTypes.IsNumber(right) => JoinNumbers(left, right),
            _ when IsSame(left, right) => left,
            _ when ScalarTypes.IsText(left) && ScalarTypes.IsText(right) => ScalarTypes.Of(Scalar.Text),
            _ => null,
        };
        return joined is null or NullType ? joined : joined.AsNullable(isNullable);
    }

    public static bool IsSame(ModelType left, ModelType right) => left.AsNullable(false) == right.AsNullable(false);

    private static bool HasEquality(ModelType type) =>
        type is not (ListType or Types.ValueType or ScalarType { Scalar: Scalar.Json or Scalar.File or Scalar.Password });

    private static ModelType JoinNumbers(ModelType left, ModelType right)
    {
        if (left is ScalarType && right is ScalarType)
        {
            return ScalarTypes.Is(left, Scalar.Long) ? left : right;
        }

        var (one, other) = (NumberRange.AsDecimal(left), NumberRange.AsDecimal(right));
        var scale = Math.Max(one.Scale, other.Scale);
        var whole = Math.Max(one.Precision - one.Scale, other.Precision - other.Scale);
        return new DecimalType(Math.Min(NumberRange.MostDigits, whole + scale), scale);
    }
}
