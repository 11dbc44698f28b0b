namespace Ashlar.Kernel;

/// <summary>
/// A fixed SQL statement with parameters <c>$1</c>, <c>$2</c> and so on. Keep one instance for each statement in a
/// static field: connections prepare a statement once and find it again by its instance.
/// </summary>
public sealed class Statement
{
    /// <summary>A statement that both databases read alike.</summary>
    public Statement(string sql)
        : this(sql, sql)
    {
    }

    /// <summary>A statement that is written differently for each database.</summary>
    public Statement(string postgres, string sqlite)
    {
        Postgres = postgres;
        Sqlite = sqlite;
        IsDelete = postgres.AsSpan().TrimStart().StartsWith("delete", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The text for PostgreSQL.</summary>
    public string Postgres { get; }

    /// <summary>The text for SQLite.</summary>
    public string Sqlite { get; }

    // A foreign key that fails means "still in use" for a delete and "not found" for anything else.
    internal bool IsDelete { get; }
}
