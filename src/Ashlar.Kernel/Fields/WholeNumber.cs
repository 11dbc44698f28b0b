using System.Globalization;

namespace Ashlar.Kernel;

/// <summary>Reads whole numbers and tells one that is too big from one that is no number.</summary>
internal static class WholeNumber
{
    public static Fault? Parse(string text, long least, long most, out long value)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
            && value >= least && value <= most)
        {
            return null;
        }

        value = 0;
        var digits = text.AsSpan().TrimStart('-');
        if (digits.Length == 0 || text.Length - digits.Length > 1 || digits.ContainsAnyExceptInRange('0', '9'))
        {
            return Fault.Malformed("a whole number");
        }

        return text[0] == '-'
            ? Fault.TooSmall(least.ToString(CultureInfo.InvariantCulture))
            : Fault.TooLarge(most.ToString(CultureInfo.InvariantCulture));
    }
}
