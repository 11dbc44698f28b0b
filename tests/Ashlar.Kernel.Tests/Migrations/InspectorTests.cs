using Ashlar.Core.Model;
using Ashlar.Core.Plan;
using Ashlar.Emit.Migrations;
using Ashlar.Emit.Sql;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ashlar.Kernel.Tests.Migrations;

/// <summary>A database knows how far it came, where its schema is the same before and after a migration.</summary>
public sealed class InspectorTests(PostgresServer server)
{
    private static readonly SystemModel Swapped = ChangeModel.Compile(
        """
        system Swap { title "Swap" }
        module Shop
        entity Pair { left: int   right: int   access { read to anyone } }

        """);

    private static readonly SystemModel Wider = ChangeModel.Compile(
        """
        system Swap { title "Swap" }
        module Shop
        entity Pair { left: int   right: int   note: int?   access { read to anyone } }

        """);

    private static readonly Correspondence Swap = Correspondence.Of(Swapped, Swapped,
    [
        new(new ElementPath(ElementKind.Field, "Shop.Pair.left"), "right"),
        new(new ElementPath(ElementKind.Field, "Shop.Pair.right"), "left"),
    ]);

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_migration_to_the_same_schema_runs_once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, server);
        var migration = MigrationWriter.Write(Swap, DialectOf(kind), number: 2);
        Assert.Equal(migration.From, migration.To);
        var (old, now) = (new ProgramFiles(Swapped), new ProgramFiles(Swapped, migration));
        await InstallAsync(database, old);
        await using (var session = await database.WriteAsync())
        {
            await session.RunScriptAsync(
                $"insert into shop_pairs (id, \"left\", \"right\") values ('{TokenRows.Id("shop_pairs", 1)}', 1, 2);");
        }

        var report = await InspectAsync(database, now);

        Assert.Equal([2], report.Pending.Select(file => file.Number));
        await RunAsync(database, now, report);
        await RunAsync(database, now, report);
        await using (var session = await database.ReadAsync())
        {
            Assert.Equal(["2 1"], await session.ListAsync(
                new("select cast(\"left\" as text) || ' ' || cast(\"right\" as text) from shop_pairs"), rows => rows.Text(0)));
        }

        Assert.Equal(SchemaState.Current, (await InspectAsync(database, now)).State);
        var older = await InspectAsync(database, old);
        Assert.Equal(SchemaState.Other, older.State);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_new_database_is_behind_all_migrations(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, server);
        var dialect = DialectOf(kind);
        var program = new ProgramFiles(
            Swapped, MigrationWriter.Write(Swap, dialect, number: 2), MigrationWriter.Write(Swap, dialect, number: 3));

        await InstallAsync(database, program);

        Assert.Equal(SchemaState.Current, (await InspectAsync(database, program)).State);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task No_migration_is_passed_over_where_a_schema_comes_back(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, server);
        var dialect = DialectOf(kind);
        var there = MigrationWriter.Write(Correspondence.Of(Swapped, Wider, []), dialect, number: 2);
        var back = MigrationWriter.Write(Correspondence.Of(Wider, Swapped, []), dialect, number: 3);
        var again = MigrationWriter.Write(Correspondence.Of(Swapped, Wider, []), dialect, number: 5);
        await InstallAsync(database, new ProgramFiles(Swapped));

        Assert.Equal([2, 3], await PendingAsync(Swapped, there, back));
        Assert.Equal([2, 3, 5], await PendingAsync(Wider, there, back, again));

        async Task<IEnumerable<int>> PendingAsync(SystemModel model, params Migration[] migrations) =>
            (await InspectAsync(database, new ProgramFiles(model, migrations))).Pending.Select(file => file.Number);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_database_of_a_model_that_was_not_applied_yet_goes_on_from_there(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, server);
        var dialect = DialectOf(kind);
        var there = MigrationWriter.Write(Correspondence.Of(Swapped, Wider, []), dialect, number: 2);
        var back = MigrationWriter.Write(Correspondence.Of(Wider, Swapped, []), dialect, number: 3);
        await InstallAsync(database, new ProgramFiles(Wider));

        Assert.Equal(SchemaState.Current, (await InspectAsync(database, new ProgramFiles(Wider, there))).State);
        var report = await InspectAsync(database, new ProgramFiles(Swapped, there, back));
        Assert.Equal([3], report.Pending.Select(file => file.Number));
    }

    private static Dialect DialectOf(DatabaseKind kind) => kind == DatabaseKind.Sqlite ? Dialect.Sqlite : Dialect.PostgreSql;

    private static async Task InstallAsync(TestDatabase database, ProgramFiles program) => await Installer(program)
        .InstallAsync(database.Database, runtimeUser: null, samples: null, TestContext.Current.CancellationToken);

    private static Task<SchemaReport> InspectAsync(TestDatabase database, ProgramFiles program) =>
        new SchemaInspector(new("Swap", program), Installer(program))
            .InspectAsync(database.Database, TestContext.Current.CancellationToken);

    private static async Task RunAsync(TestDatabase database, ProgramFiles program, SchemaReport report)
    {
        var runner = new MigrationRunner(Installer(program), TimeProvider.System, NullLogger<MigrationRunner>.Instance);
        foreach (var file in report.Pending)
        {
            await runner.RunAsync(database.Database, file, TestContext.Current.CancellationToken);
        }
    }

    private static SchemaInstaller Installer(ProgramFiles program)
    {
        var system = new SystemDescription("Swap", program);
        return new(system, new InstallationToken(system), TimeProvider.System, NullLogger<SchemaInstaller>.Instance);
    }
}
