namespace Ashlar.Core.Diagnostics;

/// <summary>Names in a sentence, each in backticks.</summary>
internal static class Listing
{
    public static string Or(IReadOnlyList<string> names) => Join(names, "or");

    public static string And(IReadOnlyList<string> names) => Join(names, "and");

    private static string Join(IReadOnlyList<string> names, string word)
    {
        var quoted = names.Select(name => $"`{name}`").ToList();
        return quoted.Count < 2 ? string.Concat(quoted) : $"{string.Join(", ", quoted.SkipLast(1))} {word} {quoted[^1]}";
    }
}
