using System.Numerics;

namespace Ashlar.Kernel;

/// <summary>Exact arithmetic. A result that does not fit throws <see cref="OverflowException"/>, the refusal out-of-range.</summary>
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
        var numerator = Unscaled(dividend) * BigInteger.Pow(10, Scale(divisor) + places);
        var denominator = Unscaled(divisor) * BigInteger.Pow(10, Scale(dividend));
        return FromUnscaled(Divide(numerator, denominator, half), places);
    }

    /// <summary>The value when it fits <c>decimal(precision, scale)</c>.</summary>
    public static decimal Fit(decimal value, int precision, int scale) =>
        Math.Abs(value) <= ExactDecimal.Largest(precision, scale)
            ? WithPlaces(value, scale)
            : throw new OverflowException($"{value} has more than {precision - scale} digits before the point.");

    private static BigInteger Divide(BigInteger numerator, BigInteger denominator, MidpointRounding half)
    {
        var quotient = BigInteger.DivRem(numerator, denominator, out var rest);
        var twice = BigInteger.Abs(rest) * 2;
        var size = BigInteger.Abs(denominator);
        var isUp = twice > size || (twice == size && (half == MidpointRounding.AwayFromZero || !quotient.IsEven));
        return isUp ? quotient + (numerator.Sign * denominator.Sign) : quotient;
    }

    private static int Scale(decimal value) => value.Scale;

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
