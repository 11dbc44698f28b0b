using System.Globalization;

namespace Ashlar.Emit.Patterns;

/// <summary>
/// The parts of a pattern as ECMA-262 writes them with the flag `u`, which is what JSON Schema asks for: in code points,
/// and with no backslash that takes nothing away.
/// </summary>
internal static class EcmaPatterns
{
    public static string Literal(int sign) => IsMeant(sign, "\\^$.*+?()[]{}|") ? $"\\{(char)sign}" : Sign(sign);

    public static string Set(CodePoints set)
    {
        // The form with `^` is what its author wrote, and the other one would name the last of all code points.
        var complement = set.Complement();
        var isNegated = set.Has(0) && set.Has(CodePoints.Last);
        return complement.Ranges.IsEmpty ? "[\\s\\S]"
            : isNegated ? $"[^{Ranges(complement)}]"
            : $"[{Ranges(set)}]";
    }

    private static string Ranges(CodePoints set) => string.Concat(set.Ranges.Select(range => Range(range.From, range.To)));

    private static string Range(int from, int to) =>
        from == to ? InSet(from) : $"{InSet(from)}{(to == from + 1 ? "" : "-")}{InSet(to)}";

    private static string InSet(int sign) => IsMeant(sign, "\\^-[]") ? $"\\{(char)sign}" : Sign(sign);

    private static string Sign(int sign) => sign <= char.MaxValue && !IsWritten((char)sign)
        ? "\\u" + PatternForms.Hex(sign, 4)
        : char.ConvertFromUtf32(sign);

    private static bool IsMeant(int sign, string meant) => sign < 0x80 && meant.Contains((char)sign, StringComparison.Ordinal);

    private static bool IsWritten(char sign) => char.GetUnicodeCategory(sign) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
