using Npgsql;

namespace Ashlar.SystemTesting;

/// <summary>Databases of a PostgreSQL server, made from a template. The user of the address may create databases.</summary>
internal sealed class PostgresTestDatabase(string address) : TestDatabase
{
    private readonly NpgsqlConnectionStringBuilder _server = new(address) { Pooling = false };
    private readonly string _prefix = "tests_" + Guid.NewGuid().ToString("N")[..12];
    private int _count;

    public override string Name => "PostgreSQL";

    protected override string Template => Connection(_prefix);

    public override Task DropAsync(string connection) =>
        ExecuteAsync($"drop database if exists {new NpgsqlConnectionStringBuilder(connection).Database} with (force)");

    public override Task CleanAsync() => ExecuteAsync($"drop database if exists {_prefix} with (force)");

    protected override Task CreateTemplateAsync() => ExecuteAsync($"create database {_prefix}");

    protected override async Task<string> CopyTemplateAsync()
    {
        var name = $"{_prefix}_{++_count}";
        await ExecuteAsync($"create database {name} template {_prefix}");
        return Connection(name);
    }

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
