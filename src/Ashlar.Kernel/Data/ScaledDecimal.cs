namespace Ashlar.Kernel;

/// <summary>A decimal as the whole number that SQLite stores: 12.50 with scale 2 is 1250.</summary>
internal static class ScaledDecimal
{
    private static readonly decimal[] Powers = [.. Enumerable.Range(0, 19).Select(PowerOfTen)];

    public static long ToLong(decimal value, int scale) => decimal.ToInt64(value * Powers[scale]);

    public static decimal FromLong(long value, int scale)
    {
        var magnitude = (ulong)Math.Abs((decimal)value);
        return new decimal((int)magnitude, (int)(magnitude >> 32), 0, value < 0, (byte)scale);
    }

    private static decimal PowerOfTen(int exponent)
    {
        var power = 1m;
        for (var i = 0; i < exponent; i++)
        {
            power *= 10;
        }

        return power;
    }
}
