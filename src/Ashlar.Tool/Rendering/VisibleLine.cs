using System.Globalization;
using System.Text;

namespace Ashlar.Tool.Rendering;

/// <summary>
/// A source line as a terminal shows it: tabs become spaces, control characters become pictures (a file must not move
/// the cursor), and a long line is cut around what is marked.
/// </summary>
internal static class VisibleLine
{
    private const int TabWidth = 4;
    private const int LongestLine = 160;
    private const int Lead = 60;
    private const string Cut = "…";

    /// <summary>The text to print, and the columns at which a mark on `[start, end)` begins and ends.</summary>
    public static (string Text, int From, int Until) Of(string line, int start, int end)
    {
        var skipped = line.Length <= LongestLine ? 0 : Math.Clamp(start - Lead, 0, line.Length - LongestLine);
        skipped = WholeCharacter(line, skipped);
        var limit = WholeCharacter(line, Math.Min(line.Length, skipped + LongestLine));
        var before = skipped > 0 ? Cut : "";
        var shownStart = WholeCharacter(line, Math.Clamp(start, skipped, limit));
        var shownEnd = WholeCharacter(line, Math.Clamp(end, shownStart, limit));

        var lead = before + Show(line[skipped..shownStart], column: before.Length);
        var mark = Show(line[shownStart..shownEnd], WidthOf(lead));
        var rest = Show(line[shownEnd..limit], WidthOf(lead) + WidthOf(mark));
        var text = (lead + mark + rest).TrimEnd() + (limit < line.Length ? Cut : "");
        return (text, WidthOf(lead), WidthOf(lead) + Math.Max(1, WidthOf(mark)));
    }

    private static int WholeCharacter(string line, int index) =>
        index > 0 && index < line.Length && char.IsLowSurrogate(line[index]) && char.IsHighSurrogate(line[index - 1])
            ? index - 1
            : index;

    private static string Show(string text, int column)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var next = Picture(rune, column);
            shown.Append(next);
            column += WidthOf(next);
        }

        return shown.ToString();
    }

    private static string Picture(Rune rune, int column) => rune.Value switch
    {
        '\t' => new string(' ', TabWidth - (column % TabWidth)),
        < 0x20 => ((char)(0x2400 + rune.Value)).ToString(),
        0x7f => "␡",
        _ when IsUnseen(rune) => "�",
        _ => rune.ToString(),
    };

    /// <summary>Characters that would change the order or the look of the text around them.</summary>
    private static bool IsUnseen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static int WidthOf(string text) => text.EnumerateRunes().Sum(WidthOf);

    private static int WidthOf(Rune rune) => rune.Value switch
    {
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => 0,
        >= 0x1100 and <= 0x115f => 2,
        >= 0x2e80 and <= 0xa4cf => 2,
        >= 0xac00 and <= 0xd7a3 => 2,
        >= 0xf900 and <= 0xfaff => 2,
        >= 0xfe30 and <= 0xfe6f => 2,
        >= 0xff00 and <= 0xff60 => 2,
        >= 0xffe0 and <= 0xffe6 => 2,
        >= 0x1f300 and <= 0x1faff => 2,
        >= 0x20000 and <= 0x3fffd => 2,
        _ => 1,
    };
}
