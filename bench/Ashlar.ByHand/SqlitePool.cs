using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Ashlar.ByHand;

/// <summary>Open connections with their prepared commands: many readers, one writer.</summary>
internal sealed class SqlitePool(string connection) : IDisposable
{
    private readonly ConcurrentStack<SqliteStatements> _readers = new();
    private readonly SemaphoreSlim _turn = new(1);
    private SqliteStatements? _writer;

    public SqliteStatements RentReader() => _readers.TryPop(out var idle) ? idle : Open();

    public void Return(SqliteStatements statements) => _readers.Push(statements);

    public async ValueTask<SqliteStatements> RentWriterAsync()
    {
        await _turn.WaitAsync();
        return _writer ??= Open();
    }

    public void ReturnWriter() => _turn.Release();

    public void Dispose()
    {
        while (_readers.TryPop(out var reader))
        {
            reader.Dispose();
        }

        _writer?.Dispose();
        _turn.Dispose();
    }

    private SqliteStatements Open()
    {
        var opened = new SqliteConnection(connection + ";Pooling=false");
        opened.Open();
        // The schema of the generated system asks for this function in its checks.
        opened.CreateFunction("text_trim", (string? text) => text?.Trim(), isDeterministic: true);
        using var settings = opened.CreateCommand();
        settings.CommandText =
            """
            pragma journal_mode = wal; pragma foreign_keys = on; pragma busy_timeout = 5000;
            create table if not exists by_hand_outbox (
              id integer primary key, product_id text not null, copies integer not null, told_at integer not null)
            """;
        settings.ExecuteNonQuery();
        return new(opened);
    }
}
