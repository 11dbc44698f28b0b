namespace Ashlar.Kernel;

/// <summary>A piece of SQL that the databases may write differently, for example the condition <c>price >= $2</c>.</summary>
/// <param name="Postgres">The text for PostgreSQL.</param>
/// <param name="Sqlite">The text for SQLite.</param>
public sealed record Sql(string Postgres, string Sqlite)
{
    /// <summary>Text that both databases read alike.</summary>
    public static implicit operator Sql(string sql) => FromString(sql);

    /// <summary>Text that both databases read alike.</summary>
    public static Sql FromString(string sql) => new(sql, sql);
}
