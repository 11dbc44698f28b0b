using Ashlar.Core.Model.Types;

namespace Ashlar.Kernel.Tests.Expressions;

/// <summary>The types that the checker gives to numbers, written down a second time so that the generator obeys them.</summary>
internal static class NumberTypes
{
    public const int MostDigits = 28;

    public static ScalarType Int { get; } = new(Scalar.Int);

    public static ScalarType Long { get; } = new(Scalar.Long);

    public static bool IsNumber(ModelType type) => type is DecimalType or ScalarType { Scalar: Scalar.Int or Scalar.Long };

    public static DecimalType AsDecimal(ModelType type) => type switch
    {
        DecimalType number => number with { IsNullable = false },
        ScalarType { Scalar: Scalar.Long } => new(19, 0),
        _ => new(10, 0),
    };

    /// <summary>The type of an operation, or null where it has too many digits to check.</summary>
    public static ModelType? OfOperation(BinaryOperator operation, ModelType left, ModelType right)
    {
        if (left is ScalarType && right is ScalarType)
        {
            return left is ScalarType { Scalar: Scalar.Long } || right is ScalarType { Scalar: Scalar.Long } ? Long : Int;
        }

        var (one, other) = (AsDecimal(left), AsDecimal(right));
        var scale = Math.Max(one.Scale, other.Scale);
        var type = operation == BinaryOperator.Multiply
            ? new DecimalType(one.Precision + other.Precision, one.Scale + other.Scale)
            : new DecimalType(Math.Max(one.Precision - one.Scale, other.Precision - other.Scale) + scale + 1, scale);
        return type.Precision <= MostDigits ? type : null;
    }

    public static ModelType Join(ModelType left, ModelType right)
    {
        if (left is ScalarType && right is ScalarType)
        {
            return left is ScalarType { Scalar: Scalar.Long } || right is ScalarType { Scalar: Scalar.Long } ? Long : Int;
        }

        var (one, other) = (AsDecimal(left), AsDecimal(right));
        var scale = Math.Max(one.Scale, other.Scale);
        var whole = Math.Max(one.Precision - one.Scale, other.Precision - other.Scale);
        return new DecimalType(Math.Min(MostDigits, whole + scale), scale);
    }

    public static ModelType OfSum(ModelType item) => item switch
    {
        DecimalType number => new DecimalType(Math.Min(MostDigits, number.Precision + 6), number.Scale),
        ScalarType { Scalar: Scalar.Int } => Long,
        _ => item.AsNullable(false),
    };

    public static DecimalType? OfRounding(ModelType dividend, ModelType? divisor, int places)
    {
        var value = AsDecimal(dividend);
        var precision = value.Precision - value.Scale + (divisor is null ? 0 : AsDecimal(divisor).Scale) + 1 + places;
        return precision <= MostDigits ? new DecimalType(precision, places) : null;
    }

    public static DecimalType OfLiteral(decimal value)
    {
        var trimmed = value / 1.0000000000000000000000000000m;
        var scale = trimmed.Scale;
        var whole = decimal.Truncate(Math.Abs(trimmed));
        var digits = whole == 0 ? 0 : whole.ToString(System.Globalization.CultureInfo.InvariantCulture).Length;
        return new DecimalType(Math.Max(1, digits + scale), scale);
    }
}
