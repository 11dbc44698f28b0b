namespace Ashlar.Emit.Patterns;

/// <summary>The parts of a pattern as PostgreSQL writes them: in code points.</summary>
internal static class PostgresPatterns
{
    private const int LastPlain = 0x7E;

    public static string Literal(int sign) => IsWord(sign) ? ((char)sign).ToString()
        : sign is > ' ' and <= LastPlain && sign != '\'' && !IsHarmless((char)sign) ? $"\\{(char)sign}"
        : sign is >= ' ' and <= LastPlain ? ((char)sign).ToString()
        : Escape(sign);

    public static string Set(CodePoints set)
    {
        if (set.Ranges.AsSpan().SequenceEqual(CodePoints.All.Ranges.AsSpan()))
        {
            return ".";
        }

        var classes = string.Concat(set.Ranges.Select(range => Range(Math.Max(1, range.From), range.To)));
        return classes.Length == 0 ? "[^\\U00000001-\\U0010FFFF]" : $"[{classes}]";
    }

    private static string Range(int from, int to) =>
        from > to ? "" : from == to ? InSet(from) : $"{InSet(from)}{(to == from + 1 ? "" : "-")}{InSet(to)}";

    private static string InSet(int sign) => IsWord(sign) ? ((char)sign).ToString() : Escape(sign);

    private static string Escape(int sign) =>
        sign <= 0xFFFF ? "\\u" + PatternForms.Hex(sign, 4) : "\\U" + PatternForms.Hex(sign, 8);

    private static bool IsWord(int sign) => sign < 0x80 && char.IsAsciiLetterOrDigit((char)sign);

    private static bool IsHarmless(char sign) => "-_,;:/@#%&=<>!~`\"".Contains(sign, StringComparison.Ordinal);
}
