using Npgsql;

namespace Ashlar.SystemTesting;

/// <summary>Databases of a PostgreSQL server, made from a template. The user of the address may create databases.</summary>
internal sealed class PostgresTestDatabase(string address) : TestDatabase
{
    private readonly NpgsqlConnectionStringBuilder _server = new(address) { Pooling = false };
    private readonly string _prefix = "tests_" + Guid.NewGuid().ToString("N")[..12];
    private readonly List<string> _templates = [];
    private int _count;

    public override string Name => "PostgreSQL";

    protected override string Template(string name) => Connection(NameOf(name));

    public override Task DropAsync(string connection) =>
        ExecuteAsync($"drop database if exists {new NpgsqlConnectionStringBuilder(connection).Database} with (force)");

    public override async Task CleanAsync()
    {
        foreach (var template in _templates)
        {
            await ExecuteAsync($"drop database if exists {template} with (force)");
        }
    }

    protected override Task CreateTemplateAsync(string name)
    {
        _templates.Add(NameOf(name));
        return ExecuteAsync($"create database {NameOf(name)}");
    }

    protected override async Task<string> CopyTemplateAsync(string name)
    {
        var copy = $"{_prefix}_{++_count}";
        await ExecuteAsync($"create database {copy} template {NameOf(name)}");
        return Connection(copy);
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
