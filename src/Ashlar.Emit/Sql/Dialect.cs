namespace Ashlar.Emit.Sql;

/// <summary>The databases that a system runs on.</summary>
internal enum Dialect
{
    PostgreSql,
    Sqlite,
}
