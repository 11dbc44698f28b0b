using System.Collections.Frozen;

namespace Ashlar.Emit.Sql;

/// <summary>The words that PostgreSQL 15 or SQLite reads as its own where a table, column or alias may stand.</summary>
internal static class ReservedWords
{
    private static readonly FrozenSet<string> Quoted = Words("""
        add all alter analyse analyze and any array as asc asymmetric authorization autoincrement between binary both case
        cast check collate collation column commit concurrently constraint create cross current_catalog current_date
        current_role current_schema current_time current_timestamp current_user default deferrable delete desc distinct do
        drop else end escape except exists false fetch for foreign freeze from full grant group having ilike in index
        initially inner insert intersect into is isnull join lateral leading left like limit localtime localtimestamp
        natural not nothing notnull null offset on only or order outer overlaps placing primary raise references returning
        right select session_user set similar some symmetric table tablesample then to trailing transaction true union
        unique update user using values variadic verbose when where window with
        """);

    /// <summary>Columns that every PostgreSQL table or every table of ours has: no field's column may be called so.</summary>
    private static readonly FrozenSet<string> Taken =
        Words("cmax cmin ctid tableoid xmax xmin id position row_version row_key search_words");

    public static bool IsReserved(string name) => Quoted.Contains(name);

    public static bool IsTakenColumn(string name) => Taken.Contains(name);

    private static FrozenSet<string> Words(string words) =>
        words.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
