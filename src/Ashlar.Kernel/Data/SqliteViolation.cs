using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Ashlar.Kernel;

/// <summary>
/// Finds out which constraint failed. SQLite names a check and a trigger; of a unique index it tells the columns, and
/// the schema tells the name; of a foreign key it tells nothing.
/// </summary>
internal static class SqliteViolation
{
    public static ConstraintViolationException? Of(SqliteException e, Statement statement, SqliteConnection connection)
    {
        if (e.SqliteErrorCode != raw.SQLITE_CONSTRAINT)
        {
            return null;
        }

        var detail = Detail(e.Message);
        if (detail.StartsWith("FOREIGN KEY", StringComparison.Ordinal))
        {
            return new(statement.IsDelete ? ViolationKind.InUse : ViolationKind.Missing, "", e);
        }

        return e.SqliteExtendedErrorCode switch
        {
            raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_PRIMARYKEY =>
                new(ViolationKind.Unique, IndexName(AfterColon(detail), connection), e),
            raw.SQLITE_CONSTRAINT_CHECK => new(ViolationKind.Check, AfterColon(detail), e),
            raw.SQLITE_CONSTRAINT_NOTNULL => new(ViolationKind.Null, AfterColon(detail), e),
            raw.SQLITE_CONSTRAINT_TRIGGER => new(ViolationKind.Exclusive, detail, e),
            _ => null,
        };
    }

    // "SQLite Error 19: 'CHECK constraint failed: catalog_books_price_check'."
    private static string Detail(string message)
    {
        var start = message.IndexOf('\'', StringComparison.Ordinal);
        var end = message.LastIndexOf('\'');
        return start >= 0 && end > start ? message[(start + 1)..end] : message;
    }

    private static string AfterColon(string detail) => detail[(detail.IndexOf(": ", StringComparison.Ordinal) + 2)..];

    private static string IndexName(string columns, SqliteConnection connection)
    {
        if (columns.StartsWith("index '", StringComparison.Ordinal))
        {
            return columns["index '".Length..].TrimEnd('\'');
        }

        var parts = columns.Split(", ").Select(column => column.Split('.', 2)).ToArray();
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            select l.name
            from pragma_index_list($table) l
            where l."unique" = 1
              and (select group_concat(name, ',') from (select name from pragma_index_info(l.name) order by seqno)) = $columns
            order by l.name
            limit 1
            """;
        command.Parameters.AddWithValue("$table", parts[0][0]);
        command.Parameters.AddWithValue("$columns", string.Join(',', parts.Select(part => part[^1])));
        return command.ExecuteScalar() as string ?? "";
    }
}
