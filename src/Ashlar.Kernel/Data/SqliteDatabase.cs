using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Ashlar.Kernel;

/// <summary>
/// SQLite in WAL mode: readers never wait, and one writer at a time waits in this process instead of spinning in SQLite's
/// busy handler. Connections stay open, because each one keeps its prepared statements.
/// </summary>
internal sealed class SqliteDatabase : Database
{
    private const int MaxReaders = 32;

    private readonly string _connectionString;
    private readonly ConcurrentStack<SqliteSessionConnection> _idleReaders = new();
    private readonly SemaphoreSlim _readers = new(MaxReaders);
    private readonly SemaphoreSlim _writer = new(1);
    private SqliteSessionConnection? _writeConnection;

    public SqliteDatabase(string connectionString) =>
        _connectionString = new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;

    public override bool IsPostgres => false;

    public override async ValueTask<Session> ReadAsync(CancellationToken cancellation)
    {
        await _readers.WaitAsync(cancellation);
        try
        {
            var connection = _idleReaders.TryPop(out var idle) ? idle : Connect();
            return new SqliteSession(this, connection, SqliteSessionUse.Read, cancellation);
        }
        catch (SqliteException)
        {
            _readers.Release();
            throw;
        }
    }

    public override ValueTask<Session> WriteAsync(CancellationToken cancellation) =>
        WriteAsync(SqliteSessionUse.Write, cancellation);

    public override async ValueTask<Session> BeginAsync(CancellationToken cancellation) =>
        await WriteAsync(SqliteSessionUse.Transaction, cancellation);

    // One writer at a time: whatever it reads stays as it is until it commits.
    public override ValueTask<Session> BeginSerializableAsync(CancellationToken cancellation) => BeginAsync(cancellation);

    internal void Return(SqliteSessionConnection connection, SqliteSessionUse use)
    {
        if (use == SqliteSessionUse.Read)
        {
            _idleReaders.Push(connection);
            _readers.Release();
            return;
        }

        _writer.Release();
    }

    public override ValueTask DisposeAsync()
    {
        while (_idleReaders.TryPop(out var reader))
        {
            reader.Dispose();
        }

        _writeConnection?.Dispose();
        _readers.Dispose();
        _writer.Dispose();
        return ValueTask.CompletedTask;
    }

    private async ValueTask<Session> WriteAsync(SqliteSessionUse use, CancellationToken cancellation)
    {
        await _writer.WaitAsync(cancellation);
        try
        {
            _writeConnection ??= Connect();
            return new SqliteSession(this, _writeConnection, use, cancellation);
        }
        catch (SqliteException)
        {
            _writer.Release();
            throw;
        }
    }

    private SqliteSessionConnection Connect() => SqliteSessionConnection.Open(_connectionString);
}
