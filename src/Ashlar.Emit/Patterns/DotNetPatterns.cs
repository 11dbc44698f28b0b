using System.Collections.Immutable;

namespace Ashlar.Emit.Patterns;

/// <summary>The parts of a pattern as .NET writes them: in UTF-16.</summary>
internal static class DotNetPatterns
{
    private const int FirstAstral = 0x10000;
    private const int LowSurrogates = 0x400;

    public static string Literal(int sign) => sign >= FirstAstral
        ? $"(?:{Unit(High(sign))}{Unit(Low(sign))})"
        : char.IsAsciiLetterOrDigit((char)sign) ? ((char)sign).ToString()
        : sign < 0x80 && !char.IsControl((char)sign) ? (IsMeant((char)sign) ? $"\\{(char)sign}" : ((char)sign).ToString())
        : Unit(sign);

    public static string Set(CodePoints set)
    {
        var plain = set.Ranges.Where(range => range.From < FirstAstral)
            .Select(range => (range.From, To: Math.Min(range.To, FirstAstral - 1)));
        var pairs = set.Ranges.Where(range => range.To >= FirstAstral)
            .SelectMany(range => Pairs(Math.Max(range.From, FirstAstral), range.To))
            .ToImmutableArray();
        var classes = string.Concat(plain.Select(range => Range(range.From, range.To)));
        var alternatives = (classes.Length == 0 ? pairs : pairs.Insert(0, $"[{classes}]")).ToArray();
        return alternatives.Length switch
        {
            0 => "[^\\u0000-\\uFFFF]",
            1 when classes.Length > 0 => alternatives[0],
            _ => $"(?:{string.Join('|', alternatives)})",
        };
    }

    /// <summary>A range beyond U+FFFF as pairs of surrogates.</summary>
    private static IEnumerable<string> Pairs(int from, int to)
    {
        while (from <= to)
        {
            var isWhole = Low(from) == 0xDC00 && to - from + 1 >= LowSurrogates;
            var end = isWhole
                ? from + ((to - from + 1) / LowSurrogates * LowSurrogates) - 1
                : Math.Min(to, from + (0xDFFF - Low(from)));
            yield return isWhole
                ? $"[{Range(High(from), High(end))}][\\uDC00-\\uDFFF]"
                : $"{Unit(High(from))}[{Range(Low(from), Low(end))}]";
            from = end + 1;
        }
    }

    private static string Range(int from, int to) =>
        from == to ? InSet(from) : $"{InSet(from)}{(to == from + 1 ? "" : "-")}{InSet(to)}";

    private static string InSet(int sign) =>
        sign < 0x80 && char.IsAsciiLetterOrDigit((char)sign) ? ((char)sign).ToString() : Unit(sign);

    private static string Unit(int unit) => "\\u" + PatternForms.Hex(unit, 4);

    private static int High(int sign) => 0xD800 + ((sign - FirstAstral) / LowSurrogates);

    private static int Low(int sign) => 0xDC00 + ((sign - FirstAstral) % LowSurrogates);

    private static bool IsMeant(char sign) => "\\*+?|{[()^$.#} ]".Contains(sign, StringComparison.Ordinal);
}
