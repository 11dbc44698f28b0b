using Ashlar.EndToEnd.Tool;
using Ashlar.Testing;
using Npgsql;

namespace Ashlar.EndToEnd.Rules;

/// <summary>Tests of one depot run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class SharedDepot : ICollectionFixture<DepotRuns>
{
    public const string Name = "depot";
}

/// <summary>The depot, a model with a rule of every kind, served once on each database for all tests that ask it.</summary>
public sealed class DepotRuns(PostgresServer postgres) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new TemporaryFolder()
        .With("model/depot.ashlar", File.ReadAllText(Checkout.PathOf("tests/Ashlar.EndToEnd/Rules/depot.ashlar")));

    private readonly Dictionary<string, Depot> _depots = [];

    /// <summary>The names of the databases, for theories.</summary>
    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async Task<Depot> On(string database)
    {
        if (!_depots.TryGetValue(database, out var depot))
        {
            var connection = database == "postgres" ? await postgres.CreateDatabaseAsync() : "";
            var choice = database == "postgres" ? UrlOf(connection) : _folder.PathOf("depot.db");
            depot = new Depot(await LiveRun.Start(_folder.Root, "--database", choice), connection);
            _depots[database] = depot;
        }

        return depot;
    }

    private static string UrlOf(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        return $"postgres://{settings.Username}@{settings.Host}:{settings.Port}/{settings.Database}";
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var depot in _depots.Values)
        {
            await depot.DisposeAsync();
        }

        _folder.Dispose();
    }
}
