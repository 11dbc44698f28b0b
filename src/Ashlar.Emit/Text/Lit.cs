using System.Globalization;
using System.Text;

namespace Ashlar.Emit.Text;

/// <summary>A C# literal.</summary>
public readonly record struct Lit
{
    private Lit(string text) => Text = text;

    public string Text { get; }

    public static Lit Null { get; } = new("null");

    public static Lit Of(string value) => new(Quote(value));

    public static Lit Of(bool value) => new(value ? "true" : "false");

    public static Lit Of(int value) => new(value.ToString(CultureInfo.InvariantCulture));

    public static Lit Of(long value) => new(value.ToString(CultureInfo.InvariantCulture) + "L");

    public static Lit Of(decimal value) => new(value.ToString(CultureInfo.InvariantCulture) + "m");

    /// <summary>A raw literal: over several lines when the text has them, so that it reads as itself.</summary>
    public static Lit Raw(string value)
    {
        var fence = new string('"', Math.Max(3, LongestRun(value, '"') + 1));
        var isOneLine = !value.Contains('\n', StringComparison.Ordinal);
        if (isOneLine && (value.AsSpan().IndexOfAny('"', '\\') < 0 || value[0] == '"' || value[^1] == '"'))
        {
            return Of(value);
        }

        return isOneLine ? new($"{fence}{value}{fence}") : new($"{fence}\n{value}\n{fence}");
    }

    public override string ToString() => Text;

    private static string Quote(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
        {
            text.Append(Escape(c));
        }

        return text.Append('"').ToString();
    }

    private static string Escape(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        < ' ' or '\u007f' => Unicode(c),
        '\u0085' or '\u2028' or '\u2029' => Unicode(c),
        _ when char.IsSurrogate(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format => Unicode(c),
        _ => c.ToString(),
    };

    private static string Unicode(char c) => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture);

    private static int LongestRun(string value, char wanted)
    {
        var longest = 0;
        var run = 0;
        foreach (var c in value)
        {
            run = c == wanted ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
