using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Ashlar.Kernel;

/// <summary>The functions that SQLite needs to hold the same rules as PostgreSQL and C#.</summary>
internal static class SqliteFunctions
{
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);

    public static void Register(SqliteConnection connection)
    {
        connection.CreateFunction<string, string?, bool?>(
            "regexp", (pattern, text) => text is null ? null : Pattern(pattern).IsMatch(text), isDeterministic: true);
        connection.CreateFunction<string, string>("fts_words", SearchText.Words, isDeterministic: true);
    }

    private static Regex Pattern(string pattern) =>
        Patterns.GetOrAdd(pattern, text => new Regex(text, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking));
}
