using System.Globalization;
using System.Text;

namespace Ashlar.Emit.Patterns;

/// <summary>
/// A pattern of the language as a regular expression of .NET (for C# and SQLite), of PostgreSQL and of ECMA-262 (for JSON
/// Schema). All mean code points, and a backslash only takes a meaning away.
/// </summary>
internal static class PatternForms
{
    /// <summary>
    /// Fit to stand between the marks of start and end. For .NET, where a code point beyond U+FFFF is two characters.
    /// </summary>
    public static string DotNet(string pattern) => Translate(pattern, DotNetPatterns.Literal, DotNetPatterns.Set);

    /// <summary>For .NET, with these marks: the whole text has to match.</summary>
    public static string WholeDotNet(string pattern) => $@"\A{DotNet(pattern)}\z";

    public static string Postgres(string pattern) => Translate(pattern, PostgresPatterns.Literal, PostgresPatterns.Set);

    /// <summary>For JSON Schema, with marks of start and end: the whole text has to match.</summary>
    public static string WholeEcma(string pattern) => $"^{Translate(pattern, EcmaPatterns.Literal, EcmaPatterns.Set)}$";

    private static string Translate(string pattern, Func<int, string> literal, Func<CodePoints, string> set)
    {
        var text = new StringBuilder();
        var depth = 0;
        var hasAlternatives = false;
        var signs = pattern.EnumerateRunes().Select(rune => rune.Value).ToArray();
        for (var i = 0; i < signs.Length; i++)
        {
            switch (signs[i])
            {
                case '\\' when i + 1 < signs.Length:
                    text.Append(literal(signs[++i]));
                    break;
                case '.':
                    text.Append(set(CodePoints.All));
                    break;
                case '[':
                    text.Append(set(ReadSet(signs, ref i)));
                    break;
                case '(':
                    depth++;
                    text.Append("(?:");
                    break;
                case ')' or '|' or '*' or '+' or '?':
                    depth -= signs[i] == ')' ? 1 : 0;
                    hasAlternatives |= signs[i] == '|' && depth == 0;
                    text.Append((char)signs[i]);
                    break;
                case '{':
                    text.Append(ReadCount(signs, ref i));
                    break;
                default:
                    text.Append(literal(signs[i]));
                    break;
            }
        }

        return hasAlternatives ? $"(?:{text})" : text.ToString();
    }

    /// <summary>From `[` to `]`; the index ends on the bracket.</summary>
    private static CodePoints ReadSet(int[] signs, ref int i)
    {
        var ranges = new List<(int From, int To)>();
        var isNegated = i + 1 < signs.Length && signs[i + 1] == '^';
        i += isNegated ? 2 : 1;
        for (; i < signs.Length && signs[i] != ']'; i++)
        {
            var from = ReadSign(signs, ref i);
            var to = from;
            if (i + 2 < signs.Length && signs[i + 1] == '-' && signs[i + 2] != ']')
            {
                i += 2;
                to = ReadSign(signs, ref i);
            }

            ranges.Add((from, to));
        }

        var set = CodePoints.Of(ranges);
        return isNegated ? set.Complement() : set;
    }

    private static int ReadSign(int[] signs, ref int i) => signs[i] == '\\' && i + 1 < signs.Length ? signs[++i] : signs[i];

    private static string ReadCount(int[] signs, ref int i)
    {
        var start = i;
        while (i < signs.Length - 1 && signs[i] != '}')
        {
            i++;
        }

        return string.Concat(signs[start..(i + 1)].Select(sign => char.ConvertFromUtf32(sign)));
    }

    /// <summary>The same number in hexadecimal with so many digits.</summary>
    internal static string Hex(int value, int digits) =>
        value.ToString("X" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
