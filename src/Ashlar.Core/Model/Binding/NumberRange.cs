using Ashlar.Core.Model.Types;

namespace Ashlar.Core.Model.Binding;

/// <summary>Which numbers a type can hold, and how many digits it takes in arithmetic.</summary>
internal static class NumberRange
{
    /// <summary>The most digits that C#, PostgreSQL and the generated SQL carry without loss.</summary>
    public const int MostDigits = 28;

    private const int IntDigits = 10;
    private const int LongDigits = 19;

    public static bool Holds(ModelType type, decimal value) =>
        type switch
        {
            ScalarType { Scalar: Scalar.Int } => decimal.IsInteger(value) && value is >= int.MinValue and <= int.MaxValue,
            ScalarType { Scalar: Scalar.Long } => decimal.IsInteger(value) && value is >= long.MinValue and <= long.MaxValue,
            DecimalType number => ScaleOf(value) <= number.Scale && DigitsBeforePoint(value) <= number.Precision - number.Scale,
            _ => false,
        };

    /// <summary>A number type as a decimal: an int has ten digits, a long nineteen.</summary>
    public static DecimalType AsDecimal(ModelType type) =>
        type switch
        {
            DecimalType number => number,
            ScalarType { Scalar: Scalar.Long } => new DecimalType(LongDigits, 0),
            _ => new DecimalType(IntDigits, 0),
        };

    /// <summary>The smallest decimal type that a constant has: `0.25` is a `decimal(2, 2)`.</summary>
    public static DecimalType TypeOf(decimal value)
    {
        var scale = ScaleOf(value);
        return new DecimalType(Math.Max(1, DigitsBeforePoint(value) + scale), scale);
    }

    /// <summary>Digits after the point, trailing zeros not counted.</summary>
    private static int ScaleOf(decimal value)
    {
        var scale = 0;
        for (var rest = Math.Abs(value) % 1; rest != 0; rest = rest * 10 % 1)
        {
            scale++;
        }

        return scale;
    }

    private static int DigitsBeforePoint(decimal value)
    {
        var digits = 0;
        for (var rest = decimal.Truncate(Math.Abs(value)); rest >= 1; rest = decimal.Truncate(rest / 10))
        {
            digits++;
        }

        return digits;
    }
}
