using System.Numerics;

namespace Ashlar.Kernel;

/// <summary>Exact arithmetic. What does not fit throws <see cref="OverflowException"/>, the refusal out-of-range.</summary>
public static class Numbers
{
    /// <summary>Rounds to so many digits after the point; a half goes to the even neighbour or away from zero.</summary>
    public static decimal Round(decimal value, int places, MidpointRounding half) =>
        WithPlaces(decimal.Round(value, Math.Min(places, 28), half), places);

    /// <summary>
    /// Divides and rounds once. The quotient of two decimals has no end in general, and rounding a rounded one goes wrong at
    /// the half.
    /// </summary>
    public static decimal RoundQuotient(decimal dividend, decimal divisor, int places, MidpointRounding half)
    {
        var numerator = Unscaled(dividend) * BigInteger.Pow(10, divisor.Scale + places);
        var denominator = Unscaled(divisor) * BigInteger.Pow(10, dividend.Scale);
        return FromUnscaled(Divide(numerator, denominator, half), places);
    }

    /// <summary>The average of some numbers, divided and rounded once; null for none.</summary>
    public static decimal? RoundAverage(IEnumerable<decimal> values, int places, MidpointRounding half)
    {
        var (sum, count, scale) = (BigInteger.Zero, 0, 0);
        foreach (var value in values)
        {
            var common = Math.Max(scale, value.Scale);
            sum = (sum * BigInteger.Pow(10, common - scale)) + (Unscaled(value) * BigInteger.Pow(10, common - value.Scale));
            (count, scale) = (count + 1, common);
        }

        return count == 0
            ? null
            : FromUnscaled(Divide(sum * BigInteger.Pow(10, places), count * BigInteger.Pow(10, scale), half), places);
    }

    /// <summary>The value when it fits <c>decimal(precision, scale)</c>.</summary>
    public static decimal Fit(decimal value, int precision, int scale) =>
        Math.Abs(value) <= ExactDecimal.Largest(precision, scale)
            ? WithPlaces(value, scale)
            : throw new OverflowException($"{value} has more than {precision - scale} digits before the point.");

    /// <summary>The value when there is one and it fits.</summary>
    public static decimal? Fit(decimal? value, int precision, int scale) =>
        value is { } number ? Fit(number, precision, scale) : null;

    internal static decimal Add(decimal left, decimal right) => Exact(left + right, Math.Max(left.Scale, right.Scale));

    internal static decimal Subtract(decimal left, decimal right) => Exact(left - right, Math.Max(left.Scale, right.Scale));

    internal static decimal Multiply(decimal left, decimal right) => Exact(left * right, left.Scale + right.Scale);

    /// <summary>Divides whole numbers times a power of ten, rounding once.</summary>
    internal static long Divide(long dividend, long divisor, int shift, MidpointRounding half)
    {
        var numerator = (BigInteger)dividend * BigInteger.Pow(10, Math.Max(0, shift));
        var denominator = (BigInteger)divisor * BigInteger.Pow(10, Math.Max(0, -shift));
        return (long)Divide(numerator, denominator, half);
    }

    /// <summary>Text that sorts as the decimals that it is made from.</summary>
    internal static string Key(decimal value)
    {
        var shifted = (Unscaled(value) * BigInteger.Pow(10, 28 - value.Scale)) + BigInteger.Pow(10, 57);
        return shifted.ToString("D58", System.Globalization.CultureInfo.InvariantCulture);
    }

    // .NET rounds what has more digits than a decimal holds, and then says so only by the scale. A zero may lose its scale.
    private static decimal Exact(decimal result, int scale) =>
        result.Scale == scale || result == 0
            ? WithPlaces(result, scale)
            : throw new OverflowException("The result has more digits than a decimal holds.");

    private static BigInteger Divide(BigInteger numerator, BigInteger denominator, MidpointRounding half)
    {
        var quotient = BigInteger.DivRem(numerator, denominator, out var rest);
        var twice = BigInteger.Abs(rest) * 2;
        var size = BigInteger.Abs(denominator);
        var isUp = twice > size || (twice == size && (half == MidpointRounding.AwayFromZero || !quotient.IsEven));
        return isUp ? quotient + (numerator.Sign * denominator.Sign) : quotient;
    }

    private static BigInteger Unscaled(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var magnitude = new BigInteger(new decimal(bits[0], bits[1], bits[2], isNegative: false, scale: 0));
        return value < 0 ? -magnitude : magnitude;
    }

    private static decimal FromUnscaled(BigInteger unscaled, int places)
    {
        var magnitude = (decimal)BigInteger.Abs(unscaled);
        var bits = decimal.GetBits(magnitude);
        return new decimal(bits[0], bits[1], bits[2], unscaled.Sign < 0, (byte)places);
    }

    // Zero with the wanted scale: adding it makes the scale at least that large without changing the value.
    private static decimal WithPlaces(decimal value, int places) => value + new decimal(0, 0, 0, isNegative: false, (byte)places);
}
