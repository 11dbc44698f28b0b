using Ashlar.Core;
using Ashlar.Core.Model;
using Ashlar.Core.Text;
using Ashlar.Emit.Sql;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Schemas;

/// <summary>A database with the generated schema of an example, written to past the API.</summary>
internal sealed class SchemaDatabase : IAsyncDisposable
{
    private readonly TestDatabase _database;

    private SchemaDatabase(TestDatabase database) => _database = database;

    public bool IsPostgres => _database.Database.IsPostgres;

    public static SystemModel ModelOf(string example)
    {
        var folder = Path.Combine(Root(), "examples", example, "model");
        return Compilation.Create(
            Directory.GetFiles(folder, "*.ashlar").Order(StringComparer.Ordinal)
                .Select(file => new SourceFile("model/" + Path.GetFileName(file), File.ReadAllText(file)))).Model;
    }

    /// <summary>The tables of an example with these rows.</summary>
    public static async Task<SchemaDatabase> CreateAsync(
        DatabaseKind kind, PostgresServer server, string example, string accounts, IEnumerable<Row> rows)
    {
        var model = ModelOf(example);
        var database = await TestDatabase.CreateAsync(kind, server);
        await database.RunAsync(
            KernelTables.PostgresSchema + SchemaWriter.Write(model, Dialect.PostgreSql) + KernelTables.PostgresIdentity(accounts),
            KernelTables.SqliteSchema + SchemaWriter.Write(model, Dialect.Sqlite) + KernelTables.SqliteIdentity(accounts));
        var schema = new SchemaDatabase(database);
        await schema.InsertAsync([.. rows]);
        return schema;
    }

    /// <summary>Inserts rows in one transaction.</summary>
    public async Task InsertAsync(params IReadOnlyList<Row> rows)
    {
        await using var session = await _database.BeginAsync();
        foreach (var row in rows)
        {
            await session.ExecuteAsync(row.Insert, row.Values);
        }

        await session.CommitAsync();
    }

    public async Task<int> ExecuteAsync(string sql, params Value[] values)
    {
        await using var session = await _database.WriteAsync();
        return await session.ExecuteAsync(new(sql), values);
    }

    public async Task<long> CountAsync(string sql, params Value[] values)
    {
        await using var session = await _database.ReadAsync();
        return (await session.ListAsync(new($"select count(*) from {sql}"), found => found.Long(0), values)).Single();
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    public static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Ashlar.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("no folder above holds Ashlar.slnx");
        }

        return folder;
    }
}
