using Ashlar.Core.Model;
using Ashlar.Core.Plan;
using Ashlar.Emit.Migrations;
using Ashlar.Emit.Sql;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ashlar.Kernel.Tests.Migrations;

/// <summary>A database with the schema of a model, which a migration takes to another.</summary>
internal sealed class MigrationLab : IAsyncDisposable
{
    private readonly TestDatabase _database;

    private MigrationLab(TestDatabase database) => _database = database;

    public Database Database => _database.Database;

    public Dialect Dialect => Database.IsPostgres ? Dialect.PostgreSql : Dialect.Sqlite;

    public static async Task<MigrationLab> CreateAsync(DatabaseKind kind, PostgresServer server, SystemModel model)
    {
        var lab = new MigrationLab(await TestDatabase.CreateAsync(kind, server));
        await using var session = await lab._database.BeginAsync();
        var kernel = lab.Database.IsPostgres ? KernelTables.PostgresSchema : KernelTables.SqliteSchema;
        var schema = SchemaWriter.Write(model, lab.Dialect);
        await session.RunScriptAsync(kernel + schema);
        await session.ExecuteAsync(
            new("insert into ashlar_schema (hash, system, installed_at) values ($1, $2, $3)"),
            SchemaHash.Of(schema), model.Name, DateTimeOffset.UnixEpoch);
        await session.ExecuteAsync(
            new("insert into ashlar_parts (name, hash) values ('kernel', $1)"), SchemaHash.Of(kernel));
        await session.CommitAsync();
        return lab;
    }

    public async Task FillAsync(SystemModel model)
    {
        await using var session = await _database.BeginAsync();
        await session.RunScriptAsync(string.Join('\n', TokenRows.Of(model, Dialect)));
        await session.CommitAsync();
    }

    public Migration Write(Correspondence change, int number = 2) => MigrationWriter.Write(change, Dialect, number);

    public async Task MigrateAsync(Migration migration, Database? database = null)
    {
        var system = new SystemDescription(migration.System, GetType().Assembly);
        var installer = new SchemaInstaller(system, new InstallationToken(system), TimeProvider.System,
            NullLogger<SchemaInstaller>.Instance);
        var runner = new MigrationRunner(installer, TimeProvider.System, NullLogger<MigrationRunner>.Instance);
        var file = MigrationFile.Parse(MigrationText.Of(migration));
        Assert.Equal(migration.Steps.Count, file.Steps.Count);
        Assert.Equal(migration.Proofs.Count, file.Proofs.Count);
        await runner.RunAsync(database ?? Database, file, TestContext.Current.CancellationToken);
    }

    /// <summary>Migrates, and holds every value that the change leaves as it is against what it was.</summary>
    public async Task MigrateKeepingAsync(Correspondence change, Migration migration)
    {
        var kept = new MigrationSchemas(change, Dialect, migration.Number).Pairs
            .SelectMany(pair => pair.Columns.Select(column => (Pair: pair, Column: column)))
            .Where(one => one.Column is { Old: not null, Value: null, New.Computed: null }
                && one.Column.New.Name is not SearchWriter.Words)
            .ToList();
        var before = new List<IReadOnlyList<string>>();
        foreach (var (pair, column) in kept)
        {
            before.Add(await ValuesAsync(pair.Old, column.Old?.Name ?? ""));
        }

        await MigrateAsync(migration);

        foreach (var ((pair, column), values) in kept.Zip(before))
        {
            Assert.Equal(values, await ValuesAsync(pair.New, column.New.Name));
        }
    }

    public async Task<IReadOnlyList<string>> CatalogAsync()
    {
        await using var session = await _database.ReadAsync();
        return await LiveCatalog.ReadAsync(session, Database.IsPostgres);
    }

    /// <summary>The values of a column, each with the key of its row.</summary>
    public async Task<IReadOnlyList<string>> ValuesAsync(SchemaTable table, string column)
    {
        var keys = table.Column("id") is null ? table.Columns.Take(2).Select(key => key.Name) : ["id"];
        var texts = keys.Append(column).Select(name => $"coalesce(cast({SqlNames.Quote(name)} as text), 'null')");
        return await TextsAsync($"select {string.Join(" || ' ' || ", texts)} from {SqlNames.Quote(table.Name)} order by 1");
    }

    public async Task<IReadOnlyList<string>> TextsAsync(string sql)
    {
        await using var session = await _database.ReadAsync();
        return await session.ListAsync(new(sql), rows => rows.Text(0));
    }

    /// <summary>Connections of another process.</summary>
    public Database Connect() => Kernel.Database.OpenPatiently(_database.ConnectionString);

    public async Task ExecuteAsync(string sql)
    {
        await using var session = await _database.WriteAsync();
        await session.RunScriptAsync(sql);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
