using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Ashlar.Kernel;

/// <summary>What a SQLite session may do.</summary>
internal enum SqliteSessionUse
{
    Read,
    Write,
    Transaction,
}

/// <summary>An open SQLite connection and the commands that it has prepared.</summary>
internal sealed class SqliteSessionConnection : IDisposable
{
    private const int MaxPrepared = 512;

    private readonly Dictionary<Statement, SqliteCommand> _prepared = [];

    private SqliteSessionConnection(SqliteConnection connection) => Connection = connection;

    public SqliteConnection Connection { get; }

    public static SqliteSessionConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        SqliteFunctions.Register(connection);
        using var settings = connection.CreateCommand();
        settings.CommandText =
            """
            pragma journal_mode = wal;
            pragma foreign_keys = on;
            pragma busy_timeout = 5000;
            """;
        settings.ExecuteNonQuery();
        return new SqliteSessionConnection(connection);
    }

    /// <summary>
    /// Takes a prepared command out of the store; <see cref="Return"/> puts it back. A statement that runs while its own
    /// rows are still open gets a second command.
    /// </summary>
    public SqliteCommand Take(Statement statement, int parameterCount)
    {
        if (_prepared.Remove(statement, out var command))
        {
            return command;
        }

        command = Connection.CreateCommand();
        command.CommandText = statement.Sqlite;
        for (var i = 1; i <= parameterCount; i++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = "$" + i.ToString(CultureInfo.InvariantCulture) });
        }

        return command;
    }

    public void Return(Statement statement, SqliteCommand command)
    {
        if (_prepared.Count >= MaxPrepared || !_prepared.TryAdd(statement, command))
        {
            command.Dispose();
        }
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }

        Connection.Dispose();
    }
}
