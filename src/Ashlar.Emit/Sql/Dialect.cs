namespace Ashlar.Emit.Sql;

/// <summary>The databases that a system runs on.</summary>
public enum Dialect
{
    /// <summary>PostgreSQL.</summary>
    PostgreSql,

    /// <summary>SQLite.</summary>
    Sqlite,
}
