using System.Globalization;
using System.Numerics;
using Ashlar.Core.Model.Types;

namespace Ashlar.Emit.Expressions;

/// <summary>
/// A bound of a number: <see cref="Largest"/> is the greatest absolute value, counted in units of the last of
/// <see cref="Scale"/> digits after the point.
/// </summary>
internal readonly record struct NumberRange(BigInteger Largest, int Scale)
{
    /// <summary>Digits that a number may have in any expression.</summary>
    public const int MostDigits = 28;

    /// <summary>Digits that fit the whole numbers of SQLite, whatever they are.</summary>
    public const int WholeDigits = 18;

    private static readonly BigInteger Int = -(BigInteger)int.MinValue;
    private static readonly BigInteger Long = -(BigInteger)long.MinValue;

    public static NumberRange Of(ModelType type) => type switch
    {
        DecimalType number => new(BigInteger.Pow(10, number.Precision) - 1, number.Scale),
        ScalarType { Scalar: Scalar.Int } => new(Int, 0),
        _ => new(Long, 0),
    };

    public static NumberRange Of(decimal value, int scale = 0)
    {
        var digits = Math.Max(scale, value.Scale);
        return new(BigInteger.Abs(Unscaled(value, digits)), digits);
    }

    /// <summary>The value in units of the last digit: 2.5 with two digits is 250.</summary>
    public static BigInteger Unscaled(decimal value, int scale)
    {
        var places = "F" + scale.ToString(CultureInfo.InvariantCulture);
        var text = decimal.Round(value, scale).ToString(places, CultureInfo.InvariantCulture);
        return BigInteger.Parse(text.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// Whether a type holds every number of this range. The greatest `int` is one less than the opposite of the least.
    /// </summary>
    public bool Fits(ModelType type)
    {
        var most = type is DecimalType ? Of(type) : Of(type) with { Largest = Of(type).Largest - 1 };
        var scale = Math.Max(Scale, most.Scale);
        return At(scale).Largest <= most.At(scale).Largest;
    }

    /// <summary>Whether SQLite's whole numbers hold it, so that its own operators calculate exactly.</summary>
    public bool IsWhole => Largest < BigInteger.Pow(10, WholeDigits);

    public NumberRange At(int scale) =>
        scale <= Scale ? this : new(Largest * BigInteger.Pow(10, scale - Scale), scale);

    public NumberRange Plus(NumberRange other)
    {
        var scale = Math.Max(Scale, other.Scale);
        return new(At(scale).Largest + other.At(scale).Largest, scale);
    }

    public NumberRange Times(NumberRange other) => new(Largest * other.Largest, Scale + other.Scale);

    public NumberRange Times(BigInteger count) => new(Largest * count, Scale);

    /// <summary>Holds both.</summary>
    public NumberRange Or(NumberRange other)
    {
        var scale = Math.Max(Scale, other.Scale);
        return new(BigInteger.Max(At(scale).Largest, other.At(scale).Largest), scale);
    }

    /// <summary>After rounding to so many places.</summary>
    public NumberRange Rounded(int places) =>
        places >= Scale ? At(places) : new((Largest / BigInteger.Pow(10, Scale - places)) + 1, places);

    public NumberRange AtMost(NumberRange other)
    {
        var scale = Math.Max(Scale, other.Scale);
        return new(BigInteger.Min(At(scale).Largest, other.At(scale).Largest), scale);
    }
}
