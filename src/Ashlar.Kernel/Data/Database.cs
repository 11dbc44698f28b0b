namespace Ashlar.Kernel;

/// <summary>The database of the system: PostgreSQL or SQLite, chosen by the connection string.</summary>
public abstract class Database : IAsyncDisposable
{
    private long _statementCount;

    /// <summary>Opens a session that only reads.</summary>
    public abstract ValueTask<Session> ReadAsync(CancellationToken cancellation);

    /// <summary>Opens a session whose every statement commits by itself.</summary>
    public abstract ValueTask<Session> WriteAsync(CancellationToken cancellation);

    /// <summary>Opens a session that keeps its changes only when it is committed.</summary>
    public abstract ValueTask<Session> BeginAsync(CancellationToken cancellation);

    /// <summary>Whether this is PostgreSQL; otherwise it is SQLite.</summary>
    public abstract bool IsPostgres { get; }

    /// <summary>The role that connects, on PostgreSQL.</summary>
    internal virtual string? User => null;

    /// <summary>How many statements ran since the start. Tests compare it before and after a request.</summary>
    public long StatementCount => Interlocked.Read(ref _statementCount);

    /// <summary>
    /// Opens the database that a connection string names: <c>postgres://user:password@host/name</c>,
    /// <c>Host=…</c>, or <c>Data Source=file.db</c>.
    /// </summary>
    public static Database Open(string connectionString) =>
        ConnectionText.IsPostgres(connectionString)
            ? new PostgresDatabase(connectionString)
            : new SqliteDatabase(connectionString);

    internal void CountStatement() => Interlocked.Increment(ref _statementCount);

    /// <inheritdoc />
    public abstract ValueTask DisposeAsync();
}
