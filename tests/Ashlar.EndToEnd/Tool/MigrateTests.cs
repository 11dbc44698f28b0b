using System.Data.Common;
using Ashlar.Testing;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Ashlar.EndToEnd.Tool;

/// <summary>Plans that are applied one after the other, carried out on a database that has rows.</summary>
public sealed class MigrateTests(PostgresServer postgres) : IDisposable
{
    private const string First =
        """
        system Shop { title "A shop" }
        module Sales
        entity Customer {
          name:  text max 80
          phone: text? max 30
          access internal
        }
        """;

    private const string Second =
        """
        system Shop { title "A shop" }
        module Sales
        entity Client was Customer {
          name:   text max 80
          mobile: text? max 30 was phone
          city:   text max 40
          access internal
        }
        change { fill Client.city = "unknown" because "Nobody was asked." }
        """;

    private const string Third =
        """
        system Shop { title "A shop" }
        module Sales
        entity Client {
          name:   text max 80 unique
          mobile: text? max 30
          city:   text max 40
          access internal
        }
        """;

    private const string TwoRows =
        """
        insert into sales_customers (id, name, phone) values
          ('00000000-0000-7000-8000-000000000001', 'Ann', '1'),
          ('00000000-0000-7000-8000-000000000002', 'Ann', null)
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_database_is_taken_along_and_what_stands_in_the_way_is_named(string kind)
    {
        var database = kind == "sqlite" ? _folder.PathOf("shop.db") : await postgres.CreateDatabaseAsync();
        await ApplyAsync(First);
        await MigrateAsync(database, code: 0);
        await AskAsync(database, TwoRows);

        await ApplyAsync(Second);
        await MigrateAsync(database, code: 0);
        Assert.Equal(
            "2 1 unknown",
            await AskAsync(database, "select count(*) || ' ' || max(mobile) || ' ' || min(city) from sales_clients"));

        await ApplyAsync(Third);
        var refused = await MigrateAsync(database, code: 3);
        Assert.Contains("error[migration-stopped]", refused, StringComparison.Ordinal);
        Assert.Contains("Sales.Client.name is the same in several rows: Ann (2 rows)", refused, StringComparison.Ordinal);
        await AskAsync(database, "update sales_clients set name = 'Bea' where mobile is null");
        await MigrateAsync(database, code: 0);
        await MigrateAsync(database, code: 0);
        Assert.Equal("2", await AskAsync(database, "select count(*) || '' from sales_clients"));
    }

    private async Task ApplyAsync(string model)
    {
        _folder.With("model/shop.ashlar", model);
        var run = await ProcessRun.Ashlar("apply", _folder.Root);
        Assert.True(run.Code == 0, run.Out);
    }

    private async Task<string> MigrateAsync(string database, int code)
    {
        var run = await ProcessRun.Ashlar("migrate", _folder.Root, "--database", database);
        Assert.True(run.Code == code, run.Out);
        return run.Out;
    }

    private static async Task<string?> AskAsync(string database, string sql)
    {
        await using DbConnection connection = database.Contains("Host=", StringComparison.Ordinal)
            ? new NpgsqlConnection(database)
            : new SqliteConnection($"Data Source={database}");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) as string;
    }
}
