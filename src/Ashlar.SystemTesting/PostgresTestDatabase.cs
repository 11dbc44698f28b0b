using Npgsql;

namespace Ashlar.SystemTesting;

/// <summary>Databases of a PostgreSQL server, made from a template. The user of the address may create databases.</summary>
internal sealed class PostgresTestDatabase(string address) : TestDatabase
{
    private readonly NpgsqlConnectionStringBuilder _server = new(address) { Pooling = false };
    private readonly string _prefix = "tests_" + Guid.NewGuid().ToString("N")[..12];
    private readonly HashSet<string> _databases = [];
    private int _count;

    public override string Name => "PostgreSQL";

    protected override string Template(string name) => Connection(NameOf(name));

    public override Task DropAsync(string connection) =>
        DropDatabaseAsync(new NpgsqlConnectionStringBuilder(connection).Database ?? "");

    public override async Task CleanAsync()
    {
        foreach (var database in Made())
        {
            await DropDatabaseAsync(database);
        }
    }

    protected override Task CreateTemplateAsync(string name) => CreateAsync(NameOf(name), from: "template1");

    protected override async Task<string> CopyTemplateAsync(string name)
    {
        var copy = $"{_prefix}_{++_count}";
        await CreateAsync(copy, NameOf(name));
        return Connection(copy);
    }

    private string[] Made()
    {
        lock (_databases)
        {
            return [.. _databases];
        }
    }

    private async Task CreateAsync(string name, string from)
    {
        await ExecuteAsync($"create database {name} template {from}");
        lock (_databases)
        {
            _databases.Add(name);
        }
    }

    private async Task DropDatabaseAsync(string name)
    {
        await ExecuteAsync($"drop database if exists {name} with (force)");
        lock (_databases)
        {
            _databases.Remove(name);
        }
    }

    private string NameOf(string template) => $"{_prefix}_{template}";

    private string Connection(string database) =>
        new NpgsqlConnectionStringBuilder(_server.ConnectionString)
        {
            Database = database,
            MaxPoolSize = 5,
            Pooling = true,
        }.ConnectionString;

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
