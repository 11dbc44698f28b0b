namespace Ashlar.Kernel;

/// <summary>A condition that a list applies when its parameter has a value.</summary>
/// <param name="Postgres">The condition on PostgreSQL, for example <c>b.price >= $2</c>.</param>
/// <param name="Sqlite">The condition on SQLite.</param>
public sealed record Filter(string Postgres, string Sqlite)
{
    /// <summary>A condition that both databases read alike.</summary>
    public static implicit operator Filter(string sql) => FromString(sql);

    /// <summary>A condition that both databases read alike.</summary>
    public static Filter FromString(string sql) => new(sql, sql);
}
