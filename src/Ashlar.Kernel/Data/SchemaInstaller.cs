using Microsoft.Extensions.Logging;

namespace Ashlar.Kernel;

/// <summary>Creates the tables in an empty database, and those of parts of the kernel that a system begins to use.</summary>
internal sealed class SchemaInstaller(
    SystemDescription system, InstallationToken installation, TimeProvider time, ILogger<SchemaInstaller> log)
{
    private static readonly Statement WriteSchema = new(
        "insert into ashlar_schema (hash, system, catalog, installed_at) values ($1, $2, $3, $4)");

    private static readonly Statement WritePart = new("insert into ashlar_parts (name, hash) values ($1, $2)");

    // Of migrations that a new database is behind of, none is to run on it.
    private static readonly Statement WriteNumber = new(
        "insert into ashlar_migrations (number, hash, step, started_at, finished_at) values ($1, $2, 0, $3, $3)");

    private static readonly Statement ReadParts = new("select name, hash from ashlar_parts");

    /// <summary>What the schema that the program needs is known by.</summary>
    public string Hash(Database database) => SchemaHash.Of(SystemSchema(database));

    /// <summary>
    /// Creates the tables, as one transaction. The result is the token for the first members of roles, where one is needed.
    /// </summary>
    public async Task<string?> InstallAsync(
        Database database, string? runtimeUser, Func<Session, DateTimeOffset, Task>? samples, CancellationToken cancellation)
    {
        await using var session = await database.BeginAsync(cancellation);
        await session.RunScriptAsync(
            (database.IsPostgres ? KernelTables.PostgresSchema : KernelTables.SqliteSchema) + "\n" + SystemSchema(database));
        await InstallPartsAsync(session, database);
        var catalog = await LiveCatalog.ReadAsync(session, database.IsPostgres);
        await session.ExecuteAsync(WriteSchema, Hash(database), system.Name, string.Join('\n', catalog), time.GetUtcNow());
        if (MigrationFile.In(system.Assembly, database.IsPostgres) is [.., var newest])
        {
            await session.ExecuteAsync(WriteNumber, newest.Number, newest.Hash, time.GetUtcNow());
        }

        if (samples is not null)
        {
            await samples(session, time.GetUtcNow());
        }

        var token = system.Accounts is null ? null : await installation.CreateAsync(session);
        await GrantAsync(session, database, runtimeUser);
        await session.CommitAsync();
        Log.SchemaInstalled(log, Hash(database)[..12]);
        return token;
    }

    /// <summary>Creates the tables of the parts that have none yet. Those of parts that are no longer used stay.</summary>
    public async Task InstallPartsAsync(Session session, Database database)
    {
        var installed = await InstalledAsync(session);
        foreach (var part in Parts(database).Where(part => !installed.ContainsKey(part.Name)))
        {
            if (part.Schema.Length > 0)
            {
                await session.RunScriptAsync(part.Schema);
            }

            await session.ExecuteAsync(WritePart, part.Name, part.Hash);
        }
    }

    /// <summary>Gives the role that serves requests its rights, on tables that are new as well.</summary>
    public async Task GrantAsync(Session session, Database database, string? runtimeUser)
    {
        if (database.IsPostgres && runtimeUser is not null)
        {
            await session.RunScriptAsync(RuntimeRights.For(runtimeUser, system));
        }
    }

    public async Task<bool> HasPartsAsync(Session session, Database database)
    {
        var installed = await InstalledAsync(session);
        return Parts(database).All(part => installed.ContainsKey(part.Name));
    }

    /// <summary>The first part whose tables are those of another version of the kernel, if there is one.</summary>
    public async Task<string?> ForeignPartAsync(Session session, Database database)
    {
        var installed = await InstalledAsync(session);
        return Parts(database)
            .Where(part => installed.TryGetValue(part.Name, out var hash) && hash != part.Hash)
            .Select(part => part.Name)
            .FirstOrDefault();
    }

    private static async Task<Dictionary<string, string>> InstalledAsync(Session session)
    {
        var parts = await session.ListAsync(ReadParts, rows => (Name: rows.Text(0), Hash: rows.Text(1)));
        return parts.ToDictionary(part => part.Name, part => part.Hash, StringComparer.Ordinal);
    }

    private string SystemSchema(Database database) =>
        system.Resource(database.IsPostgres ? "Schema/postgres.sql" : "Schema/sqlite.sql");

    private IEnumerable<Part> Parts(Database database)
    {
        yield return new("kernel", "", database.IsPostgres ? KernelTables.PostgresSchema : KernelTables.SqliteSchema);
        if (system.Accounts is { } accounts)
        {
            // Which table the accounts are in is the model's, and not of the kernel's version.
            yield return database.IsPostgres
                ? new("identity", KernelTables.PostgresIdentity(accounts), KernelTables.PostgresIdentity("accounts"))
                : new("identity", KernelTables.SqliteIdentity(accounts), KernelTables.SqliteIdentity("accounts"));
        }

        foreach (var part in system.Parts)
        {
            var schema = database.IsPostgres ? part.PostgresSchema : part.SqliteSchema;
            yield return new(part.GetType().Name, schema, schema);
        }
    }

    /// <summary>A part of the kernel: the script of its tables, and the text that its version is known by.</summary>
    private sealed record Part(string Name, string Schema, string Known)
    {
        public string Hash => SchemaHash.Of(Known);
    }
}
