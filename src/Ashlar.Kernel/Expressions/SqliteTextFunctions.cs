using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Ashlar.Kernel;

/// <summary>Functions on text.</summary>
internal static class SqliteTextFunctions
{
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);

    public static void Register(SqliteConnection connection)
    {
        SqliteFunctions.Add(connection, "regexp", 2, x => Pattern(x.Text(0)).IsMatch(x.Text(1)));
        SqliteFunctions.Add(connection, "text_upper", 1, x => TextForm.Upper(x.Text(0)));
        SqliteFunctions.Add(connection, "text_lower", 1, x => TextForm.Lower(x.Text(0)));
        SqliteFunctions.Add(connection, "text_trim", 1, x => TextForm.Trim(x.Text(0)));
        SqliteFunctions.Add(connection, "text_slug", 1, x => TextForm.Slug(x.Text(0)));
        SqliteFunctions.Add(connection, "search_words", 1, x => SearchText.Words(x.Text(0)));
        SqliteFunctions.Add(connection, "search_query", 1, x => SearchText.Query(x.Text(0)));
    }

    private static Regex Pattern(string pattern) =>
        Patterns.GetOrAdd(pattern, text => new Regex(text, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking));
}
