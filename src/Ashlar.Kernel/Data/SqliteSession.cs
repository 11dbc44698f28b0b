using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Ashlar.Kernel;

/// <summary>
/// A session on a SQLite connection. Calls run on the caller's thread, as SQLite does; the deadline interrupts them.
/// </summary>
internal sealed class SqliteSession : Session
{
    private readonly SqliteDatabase _database;
    private readonly SqliteSessionConnection _connection;
    private readonly SqliteSessionUse _use;
    private readonly CancellationToken _cancellation;
    private readonly CancellationTokenRegistration _interrupt;
    private readonly SqliteTransaction? _transaction;

    public SqliteSession(
        SqliteDatabase database, SqliteSessionConnection connection, SqliteSessionUse use, CancellationToken cancellation)
    {
        _database = database;
        _connection = connection;
        _use = use;
        _cancellation = cancellation;
        if (use == SqliteSessionUse.Transaction)
        {
            _transaction = connection.Connection.BeginTransaction(deferred: false);
        }

        _interrupt = cancellation.UnsafeRegister(
            static state => raw.sqlite3_interrupt(((SqliteConnection?)state)?.Handle), connection.Connection);
    }

    public override ValueTask<Rows> QueryAsync(Statement statement, params ReadOnlySpan<Value> values)
    {
        var command = Command(statement, values);
        try
        {
            return new(new SqliteRows(this, statement, command, command.ExecuteReader()));
        }
        catch (SqliteException e)
        {
            throw Failed(e, statement, command);
        }
    }

    public override ValueTask<Answers> QueryTogetherAsync(params IReadOnlyList<Query> queries) =>
        new(new SqliteAnswers(this, queries));

    public override ValueTask<int> ExecuteAsync(Statement statement, params ReadOnlySpan<Value> values)
    {
        var command = Command(statement, values);
        try
        {
            var touched = command.ExecuteNonQuery();
            Return(statement, command);
            return new(touched);
        }
        catch (SqliteException e)
        {
            throw Failed(e, statement, command);
        }
    }

    public override async ValueTask<int> ExecuteManyAsync(Statement statement, IReadOnlyList<Value[]> rows)
    {
        var touched = 0;
        foreach (var row in rows)
        {
            touched += await ExecuteAsync(statement, row);
        }

        return touched;
    }

    public override ValueTask CommitAsync()
    {
        _cancellation.ThrowIfCancellationRequested();
        if (_transaction is null)
        {
            return ValueTask.CompletedTask;
        }

        try
        {
            _transaction.Commit();
            _database.CountCommit();
        }
        catch (SqliteException e) when (BrokenCheck.Find(e, _connection.Connection, _transaction) is { } broken)
        {
            throw broken;
        }

        return ValueTask.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        await _interrupt.DisposeAsync();
        if (_transaction is not null)
        {
            await _transaction.DisposeAsync();
        }

        _database.Return(_connection, _use);
    }

    internal override ValueTask RunScriptAsync(string script)
    {
        using var command = _connection.Connection.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = script;
        command.ExecuteNonQuery();
        return ValueTask.CompletedTask;
    }

    internal void Return(Statement statement, SqliteCommand command) => _connection.Return(statement, command);

    internal Exception Translate(SqliteException e, Statement statement)
    {
        if (_cancellation.IsCancellationRequested && e.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            return new OperationCanceledException(e.Message, e, _cancellation);
        }

        // The second is what SQLite's own `sum` says.
        if (e.SqliteErrorCode == raw.SQLITE_TOOBIG || e.Message.Contains("'integer overflow'", StringComparison.Ordinal))
        {
            return new OverflowException(e.Message, e);
        }

        return SqliteViolation.Of(e, statement, _connection.Connection) ?? (Exception)e;
    }

    private Exception Failed(SqliteException e, Statement statement, SqliteCommand command)
    {
        using (command)
        {
            return _use == SqliteSessionUse.Write && BrokenCheck.FindAgain(e, command) is { } broken
                ? broken
                : Translate(e, statement);
        }
    }

    private SqliteCommand Command(Statement statement, ReadOnlySpan<Value> values)
    {
        _cancellation.ThrowIfCancellationRequested();
        _database.CountStatement(this);
        var command = _connection.Take(statement, values.Length);
        command.Transaction = _transaction;
        for (var i = 0; i < values.Length; i++)
        {
            SqliteParameterValue.Set(command.Parameters[i], values[i]);
        }

        return command;
    }
}
