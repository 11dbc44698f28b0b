using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Ashlar.Kernel;

/// <summary>What a database holds, compared with what the program needs.</summary>
internal enum SchemaState
{
    Empty,
    Current,
    Other,
}

/// <summary>Creates the tables in an empty database, and tells whether those of another one fit.</summary>
internal sealed class SchemaInstaller(SystemDescription system, TimeProvider time, ILogger<SchemaInstaller> log)
{
    private static readonly Statement HasTable = new(
        "select to_regclass('ashlar_schema') is not null",
        "select exists (select 1 from sqlite_schema where name = 'ashlar_schema')");

    private static readonly Statement ReadHash = new("select hash from ashlar_schema");

    private static readonly Statement WriteHash = new("insert into ashlar_schema (hash, installed_at) values ($1, $2)");

    public async Task<SchemaState> InspectAsync(Database database, CancellationToken cancellation)
    {
        await using var session = await database.ReadAsync(cancellation);
        if (!await AnyAsync(session))
        {
            return SchemaState.Empty;
        }

        var hash = await session.FirstAsync(ReadHash, rows => rows.Text(0));
        return hash is null ? SchemaState.Empty : hash == Hash(Script(database)) ? SchemaState.Current : SchemaState.Other;
    }

    public async Task InstallAsync(Database database, CancellationToken cancellation)
    {
        var script = Script(database);
        await database.RunScriptAsync(script, cancellation);
        await using var session = await database.WriteAsync(cancellation);
        await session.ExecuteAsync(WriteHash, Hash(script), time.GetUtcNow());
        Log.SchemaInstalled(log, Hash(script));
    }

    private static async Task<bool> AnyAsync(Session session)
    {
        await using var rows = await session.QueryAsync(HasTable);
        return await rows.NextAsync() && rows.Bool(0);
    }

    private string Script(Database database)
    {
        var accounts = system.Principal?.Table;
        return database.IsPostgres
            ? string.Join('\n', KernelTables.PostgresSchema, system.Resource("Schema/postgres.sql"),
                accounts is null ? "" : KernelTables.PostgresIdentity(accounts))
            : string.Join('\n', KernelTables.SqliteSchema, system.Resource("Schema/sqlite.sql"),
                accounts is null ? "" : KernelTables.SqliteIdentity(accounts));
    }

    private static string Hash(string script) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
}
