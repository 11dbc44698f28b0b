using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Data;

/// <summary>A fresh database for one test.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly string? _file;

    private TestDatabase(string connectionString, string? file)
    {
        ConnectionString = connectionString;
        Database = Kernel.Database.Open(connectionString);
        _file = file;
    }

    public string ConnectionString { get; }

    public Database Database { get; }

    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind, PostgresServer server)
    {
        if (kind == DatabaseKind.Postgres)
        {
            Assert.SkipUnless(PostgresServer.IsInstalled, "There is no PostgreSQL server on this machine.");
            return new(await server.CreateDatabaseAsync(), file: null);
        }

        var file = Path.Combine(Path.GetTempPath(), $"ashlar-{Guid.NewGuid():N}.db");
        return new($"Data Source={file}", file);
    }

    public async Task RunAsync(string postgres, string sqlite)
    {
        await using var session = await Database.BeginAsync(TestContext.Current.CancellationToken);
        await session.RunScriptAsync(Database.IsPostgres ? postgres : sqlite);
        await session.CommitAsync();
    }

    public ValueTask<Session> ReadAsync() => Database.ReadAsync(TestContext.Current.CancellationToken);

    public ValueTask<Session> WriteAsync() => Database.WriteAsync(TestContext.Current.CancellationToken);

    public ValueTask<Session> BeginAsync() => Database.BeginAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (_file is not null)
        {
            File.Delete(_file);
            File.Delete(_file + "-wal");
            File.Delete(_file + "-shm");
        }
    }
}
