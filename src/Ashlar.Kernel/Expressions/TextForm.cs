using System.Text;

namespace Ashlar.Kernel;

/// <summary>Text as the model counts, compares and changes it: by code points, in NFC, without regard to a culture.</summary>
public static class TextForm
{
    /// <summary>Orders texts by code points, for sorting.</summary>
    public static IComparer<string?> Order { get; } = Comparer<string?>.Create((left, right) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        var (one, other) => Compare(one, other),
    });

    /// <summary>The canonical composed form, in which equal texts are equal.</summary>
    public static string Nfc(string text) =>
        text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);

    /// <summary>The number of code points.</summary>
    public static int Length(this string text)
    {
        var length = text.Length;
        foreach (var unit in text)
        {
            if (char.IsLowSurrogate(unit))
            {
                length--;
            }
        }

        return length;
    }

    /// <summary>
    /// Orders by code points, as both databases do. The ordinal order of .NET puts surrogate pairs before U+E000.
    /// </summary>
    public static int Compare(string left, string right)
    {
        var length = Math.Min(left.Length, right.Length);
        for (var i = 0; i < length; i++)
        {
            if (left[i] != right[i])
            {
                return Rank(left[i]).CompareTo(Rank(right[i]));
            }
        }

        return left.Length.CompareTo(right.Length);
    }

    /// <summary>Upper case, letter by letter.</summary>
    public static string Upper(this string text) => Ascii.IsValid(text) ? text.ToUpperInvariant() : Nfc(CaseTable.Upper(text));

    /// <summary>Lower case, letter by letter.</summary>
    public static string Lower(this string text) => Ascii.IsValid(text) ? text.ToLowerInvariant() : Nfc(CaseTable.Lower(text));

    /// <summary>Without white space at both ends.</summary>
    public static string Trim(this string text) => text.Trim();

    /// <summary>Its words as a part of an address: letters a to z and digits, with dashes between.</summary>
    public static string Slug(this string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var letter in SearchText.Words(text))
        {
            if (char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter))
            {
                slug.Append(letter);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().TrimEnd('-');
    }

    /// <summary>Whether a text begins with another.</summary>
    public static bool StartsWith(string text, string start) => text.StartsWith(start, StringComparison.Ordinal);

    /// <summary>Whether a text holds another.</summary>
    public static bool Contains(string text, string part) => text.Contains(part, StringComparison.Ordinal);

    // Surrogates stand for the code points above all others.
    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
