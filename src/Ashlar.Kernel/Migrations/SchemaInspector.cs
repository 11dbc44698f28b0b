using System.Globalization;

namespace Ashlar.Kernel;

/// <summary>Tells whether a database is the program's own, and where it is not, what it is and what leads on.</summary>
internal sealed class SchemaInspector(SystemDescription system, SchemaInstaller installer)
{
    private const int MostDifferences = 10;

    private static readonly Statement HasTable = new(
        postgres: "select to_regclass('ashlar_schema') is not null",
        sqlite: "select exists (select 1 from sqlite_schema where name = 'ashlar_schema')");

    private static readonly Statement ReadSchema = new("select hash, system, catalog from ashlar_schema");

    private static readonly Statement ReadUnfinished = new(
        postgres: "select number::text from ashlar_migrations where finished_at is null",
        sqlite: "select cast(number as text) from ashlar_migrations where finished_at is null");

    private static readonly Statement ReadNumber = new(
        "select coalesce(max(number), 0) from ashlar_migrations where finished_at is not null");

    public async Task<SchemaReport> InspectAsync(Database database, CancellationToken cancellation)
    {
        await using var session = await database.ReadAsync(cancellation);
        if (await session.FlagAsync(HasTable) is not true)
        {
            return new(SchemaState.Empty, "The database is empty. Run the program with `migrate` first.");
        }

        var found = await session.FirstAsync(ReadSchema, rows => new Found(rows.Text(0), rows.Text(1), rows.Text(2)));
        if (found is null)
        {
            return new(SchemaState.Other, "The database does not say which schema it has: the row of `ashlar_schema` is gone.");
        }

        if (found.System != system.Name)
        {
            return new(SchemaState.Other,
                $"The database belongs to the system {found.System}, and this program is {system.Name}.");
        }

        if (await installer.ForeignPartAsync(session, database) is { } part)
        {
            return new(SchemaState.Other, $"The kernel's tables of `{part}` are those of another version of the kernel.");
        }

        var all = MigrationFile.In(system.Assembly, database.IsPostgres);
        var number = await session.OneAsync(ReadNumber, rows => rows.Int(0));
        var own = installer.Hash(database);
        var chain = Chain(all, number, found.Hash, own);
        var unfinished = await session.FirstAsync(ReadUnfinished, rows => rows.Text(0));
        if (chain is null && unfinished is null && found.Hash == own && number <= (all.Count == 0 ? 0 : all[^1].Number))
        {
            return await installer.HasPartsAsync(session, database)
                ? new(SchemaState.Current, "")
                : new(SchemaState.Pending, "The database lacks tables of the kernel. Run the program with `migrate`.");
        }

        return await PendingAsync(session, database, found, all, chain, unfinished);
    }

    private static async Task<SchemaReport> PendingAsync(
        Session session, Database database, Found found, IReadOnlyList<MigrationFile> all, IReadOnlyList<MigrationFile>? chain,
        string? unfinished)
    {
        if (unfinished is not null && chain?[0].Number.ToString(CultureInfo.InvariantCulture) != unfinished)
        {
            return new(SchemaState.Other,
                $"The database stopped in the middle of migration {unfinished}. "
                + "Run the program that began it with `migrate` again.");
        }

        if (chain is null)
        {
            return new(SchemaState.Other, all.Count == 0
                ? "The database belongs to another version of the model, and this program has no migrations."
                : "The database belongs to another version of the model, and none of the migrations "
                    + $"{all[0].Number} to {all[^1].Number} "
                    + "of this program begins with it: it is newer than the program, or older than the first of them.");
        }

        var drift = unfinished is null ? await DriftAsync(session, database, found) : [];
        if (drift.Count > 0)
        {
            return new(SchemaState.Other,
                "The database was changed by somebody else than its migrations. Take these changes back first.\n  "
                + string.Join("\n  ", drift.Take(MostDifferences)) + (drift.Count > MostDifferences ? "\n  and more" : ""));
        }

        var numbers = string.Join(", ", chain.Select(file => file.Number));
        return new(SchemaState.Pending, unfinished is null
            ? $"The database is older than the program: migration {numbers} is to come. Run the program with `migrate`."
            : $"The database stopped in the middle of migration {unfinished}. Run the program with `migrate` to go on.")
        {
            Pending = chain,
        };
    }

    /// <summary>
    /// The migrations behind a number that lead from one schema to another, each where the one before it ends; null where they do
    /// not. A schema may be the same before and after, so that its hash alone does not tell what was done. Those that a database
    /// skips begin with another schema than its own: it was made from a model that was not yet applied.
    /// </summary>
    internal static IReadOnlyList<MigrationFile>? Chain(IReadOnlyList<MigrationFile> all, int number, string from, string to)
    {
        var chain = all.Where(file => file.Number > number).SkipWhile(file => file.From != from).ToArray();
        var isWhole = chain.Zip(chain.Skip(1)).All(files => files.First.To == files.Second.From);
        return chain.Length > 0 && isWhole && chain[^1].To == to ? chain : null;
    }

    private static async Task<IReadOnlyList<string>> DriftAsync(Session session, Database database, Found found)
    {
        var known = found.Catalog.Split('\n').ToHashSet(StringComparer.Ordinal);
        var live = await LiveCatalog.ReadAsync(session, database.IsPostgres);
        return
        [
            .. live.Where(line => !known.Contains(line)).Select(line => "is there now: " + line),
            .. known.Except(live).Select(line => "is gone: " + line),
        ];
    }

    private sealed record Found(string Hash, string System, string Catalog);
}
