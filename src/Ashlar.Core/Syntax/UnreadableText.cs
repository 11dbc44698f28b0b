using System.Globalization;
using System.Text;

namespace Ashlar.Core.Syntax;

/// <summary>Shows text that may hold anything in one short line of plain characters.</summary>
internal static class UnreadableText
{
    private const int MostUnits = 24;

    /// <summary>The text in backticks, cut to a few units, with everything that does not print as `U+0000`.</summary>
    public static string Show(ReadOnlySpan<char> text)
    {
        var shown = new StringBuilder("`");
        foreach (var unit in text[..Math.Min(text.Length, MostUnits)])
        {
            shown.Append(Prints(unit) ? unit : Code(unit));
            if (shown.Length >= MostUnits)
            {
                break;
            }
        }

        return shown.Append(text.Length > MostUnits || shown.Length > MostUnits ? "…`" : "`").ToString();
    }

    /// <summary>The word with accents taken off, or nothing when that leaves more than ASCII letters and digits.</summary>
    public static string WithoutMarks(string word)
    {
        if (word.Any(char.IsSurrogate))
        {
            return "";
        }

        var plain = string.Concat(word.Normalize(NormalizationForm.FormD)
            .Where(unit => CharUnicodeInfo.GetUnicodeCategory(unit) != UnicodeCategory.NonSpacingMark));
        return plain.All(char.IsAscii) ? plain : "";
    }

    private static bool Prints(char unit) => unit is >= ' ' and < '\u007f' and not '`' || char.IsLetter(unit);

    private static string Code(char unit) => unit == '`' ? "'" : $"U+{(int)unit:X4}";
}
