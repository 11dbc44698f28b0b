namespace Ashlar.Kernel;

/// <summary>The database of the system: PostgreSQL or SQLite, chosen by the connection string.</summary>
public abstract class Database : IAsyncDisposable
{
    private long _statementCount;
    private long _backgroundStatementCount;
    private long _commitCount;

    /// <summary>Opens a session that only reads.</summary>
    public abstract ValueTask<Session> ReadAsync(CancellationToken cancellation);

    /// <summary>Opens a session whose every statement commits by itself.</summary>
    public abstract ValueTask<Session> WriteAsync(CancellationToken cancellation);

    /// <summary>Opens a session that keeps its changes only when it is committed.</summary>
    public abstract ValueTask<Session> BeginAsync(CancellationToken cancellation);

    /// <summary>
    /// Opens a session like <see cref="BeginAsync"/> whose work is as if no other ran at the same time. Where that cannot be
    /// kept, a statement or the commit fails, and then the whole work has to run again.
    /// </summary>
    public abstract ValueTask<Session> BeginSerializableAsync(CancellationToken cancellation);

    /// <summary>Whether this is PostgreSQL; otherwise it is SQLite.</summary>
    public abstract bool IsPostgres { get; }

    /// <summary>The role that connects, on PostgreSQL.</summary>
    internal virtual string? User => null;

    /// <summary>
    /// How many statements ran since the start, but for those that look for work in the background. Tests compare it before and
    /// after a request.
    /// </summary>
    public long StatementCount => Interlocked.Read(ref _statementCount);

    /// <summary>How many transactions were committed since the start; what commits by itself is not counted.</summary>
    public long CommitCount => Interlocked.Read(ref _commitCount);

    /// <summary>
    /// Opens the database that a connection string names: <c>postgres://user:password@host/name</c>,
    /// <c>Host=…</c>, or <c>Data Source=file.db</c>.
    /// </summary>
    public static Database Open(string connectionString) =>
        ConnectionText.IsPostgres(connectionString)
            ? new PostgresDatabase(connectionString)
            : new SqliteDatabase(connectionString);

    /// <summary>Opens a database for work that takes as long as it takes.</summary>
    internal static Database OpenPatiently(string connectionString) =>
        ConnectionText.IsPostgres(connectionString)
            ? new PostgresDatabase(connectionString, isPatient: true)
            : new SqliteDatabase(connectionString);

    /// <summary>How many statements looked for work in the background since the start.</summary>
    internal long BackgroundStatementCount => Interlocked.Read(ref _backgroundStatementCount);

    internal void CountStatement(Session session) =>
        Interlocked.Increment(ref session.IsBackground ? ref _backgroundStatementCount : ref _statementCount);

    internal void CountCommit() => Interlocked.Increment(ref _commitCount);

    /// <inheritdoc />
    public abstract ValueTask DisposeAsync();
}
