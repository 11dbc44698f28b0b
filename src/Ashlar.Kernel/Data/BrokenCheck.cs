using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Ashlar.Kernel;

/// <summary>
/// The name of a check over lists that does not hold when a transaction ends. SQLite reports a broken foreign key, because
/// that is what holds the transaction back; which check it is stands in a table that the schema has for such checks.
/// </summary>
internal static class BrokenCheck
{
    /// <summary>For a commit that failed, whose transaction is still open; null when no check is the cause.</summary>
    public static ConstraintViolationException? Find(
        SqliteException e, SqliteConnection connection, SqliteTransaction? transaction) =>
        IsForeignKey(e) && FirstName(connection, transaction) is { } name
            ? new ConstraintViolationException(ViolationKind.Check, name, e)
            : null;

    /// <summary>
    /// For a statement that commits by itself and failed: it is undone already, and so it runs once more in a transaction
    /// that is undone as well.
    /// </summary>
    public static ConstraintViolationException? FindAgain(SqliteException e, SqliteCommand command)
    {
        if (!IsForeignKey(e) || command.Connection is not { } connection)
        {
            return null;
        }

        using var transaction = connection.BeginTransaction(deferred: false);
        command.Transaction = transaction;
        try
        {
            command.ExecuteNonQuery();
            return Find(e, connection, transaction);
        }
        catch (SqliteException)
        {
            // A reference that fails at once, and no check.
            return null;
        }
    }

    private static bool IsForeignKey(SqliteException e) => e.SqliteExtendedErrorCode == raw.SQLITE_CONSTRAINT_FOREIGNKEY;

    private static string? FirstName(SqliteConnection connection, SqliteTransaction? transaction)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "select exists (select 1 from sqlite_schema where name = 'ashlar_broken_checks')";
        if (command.ExecuteScalar() is not 1L)
        {
            return null;
        }

        command.CommandText = "select check_name from ashlar_broken_checks order by rowid limit 1";
        return command.ExecuteScalar() as string;
    }
}
