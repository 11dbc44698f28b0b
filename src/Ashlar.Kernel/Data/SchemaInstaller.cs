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
internal sealed class SchemaInstaller(
    SystemDescription system, InstallationToken installation, TimeProvider time, ILogger<SchemaInstaller> log)
{
    private static readonly Statement HasTable = new(
        postgres: "select to_regclass('ashlar_schema') is not null",
        sqlite: "select exists (select 1 from sqlite_schema where name = 'ashlar_schema')");

    private static readonly Statement ReadHash = new("select hash from ashlar_schema");

    private static readonly Statement WriteHash = new("insert into ashlar_schema (hash, installed_at) values ($1, $2)");

    public async Task<SchemaState> InspectAsync(Database database, CancellationToken cancellation)
    {
        await using var session = await database.ReadAsync(cancellation);
        if (await session.FlagAsync(HasTable) is not true)
        {
            return SchemaState.Empty;
        }

        var hash = await session.FirstAsync(ReadHash, rows => rows.Text(0));
        return hash == Hash(Script(database)) ? SchemaState.Current : SchemaState.Other;
    }

    /// <summary>
    /// Creates the tables, as one transaction. The result is the token for the first members of roles, where one is needed.
    /// </summary>
    public async Task<string?> InstallAsync(
        Database database, string? runtimeUser, Func<Session, DateTimeOffset, Task>? samples, CancellationToken cancellation)
    {
        var script = Script(database);
        await using var session = await database.BeginAsync(cancellation);
        await session.RunScriptAsync(script);
        await session.ExecuteAsync(WriteHash, Hash(script), time.GetUtcNow());
        if (samples is not null)
        {
            await samples(session, time.GetUtcNow());
        }

        var token = system.Accounts is null ? null : await installation.CreateAsync(session);
        if (database.IsPostgres && runtimeUser is not null)
        {
            await session.RunScriptAsync(RuntimeRights.For(runtimeUser, system));
        }

        await session.CommitAsync();
        Log.SchemaInstalled(log, Hash(script)[..12]);
        return token;
    }

    private string Script(Database database)
    {
        var accounts = system.Accounts;
        string[] scripts = database.IsPostgres
            ?
            [
                KernelTables.PostgresSchema, system.Resource("Schema/postgres.sql"),
                accounts is null ? "" : KernelTables.PostgresIdentity(accounts),
                .. system.Parts.Select(part => part.PostgresSchema),
            ]
            :
            [
                KernelTables.SqliteSchema, system.Resource("Schema/sqlite.sql"),
                accounts is null ? "" : KernelTables.SqliteIdentity(accounts),
                .. system.Parts.Select(part => part.SqliteSchema),
            ];
        return string.Join('\n', scripts);
    }

    private static string Hash(string script) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
}
