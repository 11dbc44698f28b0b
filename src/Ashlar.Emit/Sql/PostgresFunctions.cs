using System.Reflection;
using System.Text.RegularExpressions;

namespace Ashlar.Emit.Sql;

/// <summary>
/// The functions of ours that a PostgreSQL schema holds because its constraints or the system's statements call them.
/// </summary>
internal static partial class PostgresFunctions
{
    private static readonly Lazy<SortedDictionary<string, string>> Texts = new(Load);

    /// <summary>The names of all of them.</summary>
    public static IEnumerable<string> All => Texts.Value.Keys;

    /// <summary>The named functions and those that they call, each after what it calls.</summary>
    public static IEnumerable<string> Write(IEnumerable<string> names)
    {
        var written = new List<string>();
        foreach (var name in names.Where(Texts.Value.ContainsKey).Order(StringComparer.Ordinal))
        {
            Add(name, written);
        }

        return written.Select(name => Texts.Value[name].TrimEnd('\n'));
    }

    /// <summary>The functions of ours that a text calls.</summary>
    public static IEnumerable<string> CalledIn(string text) =>
        Calls().Matches(text).Select(match => match.Groups[1].Value).Where(Texts.Value.ContainsKey).Distinct();

    private static void Add(string name, List<string> written)
    {
        if (written.Contains(name))
        {
            return;
        }

        foreach (var called in CalledIn(Texts.Value[name]).Where(called => called != name))
        {
            Add(called, written);
        }

        written.Add(name);
    }

    private static SortedDictionary<string, string> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var resources = assembly.GetManifestResourceNames().Where(name => name.StartsWith("sql/", StringComparison.Ordinal));
        foreach (var resource in resources)
        {
            using var stream = assembly.GetManifestResourceStream(resource);
            using var reader = new StreamReader(stream ?? Stream.Null);
            texts.Add(resource["sql/".Length..^".sql".Length], reader.ReadToEnd().ReplaceLineEndings("\n"));
        }

        return texts;
    }

    [GeneratedRegex(@"\b([a-z_]+)\(")]
    private static partial Regex Calls();
}
