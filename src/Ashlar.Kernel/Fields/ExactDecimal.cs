using System.Globalization;

namespace Ashlar.Kernel;

/// <summary>Reads decimals without ever rounding them.</summary>
internal static class ExactDecimal
{
    private const NumberStyles Styles =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public static Fault? Parse(string text, out decimal value)
    {
        value = 0;
        var isNumber = text.Length is > 0 and <= 64 && text[0] != '+' && char.IsAsciiDigit(text[^1])
            && decimal.TryParse(text, Styles, CultureInfo.InvariantCulture, out value);

        // `decimal.Parse` rounds what does not fit; then the significant digits differ.
        return isNumber && Significant(text) == Significant(value.ToString(CultureInfo.InvariantCulture))
            ? null
            : Fault.Malformed("a decimal number");
    }

    /// <summary>The largest value of <c>decimal(precision, scale)</c>.</summary>
    public static decimal Largest(int precision, int scale)
    {
        var largest = 0m;
        for (var i = 0; i < precision; i++)
        {
            largest = (largest * 10) + 9;
        }

        for (var i = 0; i < scale; i++)
        {
            largest /= 10;
        }

        return largest;
    }

    private static string Significant(string text)
    {
        var exponent = text.AsSpan().IndexOfAny('e', 'E');
        var mantissa = exponent < 0 ? text : text[..exponent];
        return mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('-', '0').TrimEnd('0');
    }
}
