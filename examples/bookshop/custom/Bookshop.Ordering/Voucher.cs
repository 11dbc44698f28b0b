namespace Bookshop.Ordering.Slots;

/// <summary>
/// A voucher as it is printed, such as `READ-1009`: the percent that it takes off in two digits, a digit of the campaign, and a
/// check digit, so that a mistyped one is no voucher.
/// </summary>
internal sealed record Voucher(decimal Share)
{
    private const string Start = "READ-";

    /// <summary>The voucher, or nothing where the text is none.</summary>
    public static Voucher? Read(string text)
    {
        var code = text.Trim().ToUpperInvariant();
        if (!code.StartsWith(Start, StringComparison.Ordinal)
            || code[Start.Length..] is not { Length: 4 } digits
            || !digits.All(char.IsAsciiDigit))
        {
            return null;
        }

        var percent = int.Parse(digits[..2], System.Globalization.CultureInfo.InvariantCulture);
        var isChecked = (Weigh(digits[..3]) + (digits[3] - '0')) % 10 == 0;
        return percent is > 0 and <= 30 && isChecked ? new Voucher(percent / 100m) : null;
    }

    /// <summary>The digits with the weights one and three in turn, as in the number of a book.</summary>
    private static int Weigh(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            sum += (digits[i] - '0') * (i % 2 == 0 ? 1 : 3);
        }

        return sum;
    }
}
