using Microsoft.Extensions.Logging;

namespace Ashlar.Kernel;

/// <summary>
/// Takes a database through one migration. Rows that stand in the way are found before anything changes. On SQLite all of it
/// is one transaction; on PostgreSQL every step is noted in the transaction that does it, and whoever comes after a runner that
/// was stopped goes on behind the last one.
/// </summary>
internal sealed class MigrationRunner(SchemaInstaller installer, TimeProvider time, ILogger<MigrationRunner> log)
{
    private const int MostRows = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private static readonly Statement TryAlone = new("select pg_try_advisory_lock(hashtext('ashlar migrations'))");

    private static readonly Statement Start = new(
        "insert into ashlar_migrations (number, hash, step, started_at) values ($1, $2, 0, $3) "
        + "on conflict (number) do update set hash = $2, step = 0, progress = null, started_at = $3, finished_at = null");

    private static readonly Statement Note = new("update ashlar_migrations set step = $1, progress = null where number = $2");

    private static readonly Statement Finish = new("update ashlar_migrations set finished_at = $1 where number = $2");

    private static readonly Statement SetHash = new("update ashlar_schema set hash = $1, catalog = ''");

    private static readonly Statement SetCatalog = new("update ashlar_schema set catalog = $1");

    private static readonly Statement IsToDo = new(
        "select hash = $1 and not exists (select 1 from ashlar_migrations where number >= $2 and finished_at is not null) "
        + "from ashlar_schema");

    private static readonly Statement ReadProgress = new(
        postgres: "select step::text || ' ' || hash || ' ' || coalesce(progress, '') from ashlar_migrations "
            + "where number = $1 and finished_at is null",
        sqlite: "select step || ' ' || hash || ' ' from ashlar_migrations where number = $1 and finished_at is null");

    public async Task RunAsync(Database database, MigrationFile file, CancellationToken cancellation)
    {
        try
        {
            await (database.IsPostgres ? PostgresAsync(database, file, cancellation) : SqliteAsync(database, file, cancellation));
        }
        catch (ConstraintViolationException e)
        {
            throw new MigrationException($"Migration {file.Number} stopped at a rule that a row breaks: {e.Constraint}.", e);
        }
    }

    private async Task SqliteAsync(Database database, MigrationFile file, CancellationToken cancellation)
    {
        await using var session = await database.WriteAsync(cancellation);
        await session.RunScriptAsync("pragma foreign_keys = off; begin immediate;");
        var end = "rollback;";
        try
        {
            await SqliteStepsAsync(session, database, file);
            end = "commit;";
        }
        finally
        {
            await session.RunScriptAsync($"{end} pragma foreign_keys = on; pragma legacy_alter_table = off;");
        }
    }

    private async Task SqliteStepsAsync(Session session, Database database, MigrationFile file)
    {
        if (await session.FlagAsync(IsToDo, file.From, file.Number) is not true)
        {
            return;
        }

        await session.ExecuteAsync(Start, file.Number, file.Hash, time.GetUtcNow());
        await ProveAsync(session, file, file.Proofs);
        foreach (var step in file.Steps)
        {
            await session.RunScriptAsync(step.Sql);
            await ProveAsync(session, file, step.Checks);
            await session.ExecuteAsync(Note, step.Number, file.Number);
            Log.Migrated(log, file, step);
        }

        await EndAsync(session, database, file);
    }

    private async Task PostgresAsync(Database database, MigrationFile file, CancellationToken cancellation)
    {
        await using var alone = await database.WriteAsync(cancellation);

        // A statement that waits for the lock would keep a snapshot meanwhile, and an index made beside it waits for that.
        while (await alone.FlagAsync(TryAlone) is not true)
        {
            await Task.Delay(Pause, cancellation);
        }

        try
        {
            await PostgresStepsAsync(alone, database, file, cancellation);
        }
        finally
        {
            await alone.RunScriptAsync("select pg_advisory_unlock(hashtext('ashlar migrations'));");
        }
    }

    private async Task PostgresStepsAsync(Session alone, Database database, MigrationFile file, CancellationToken cancellation)
    {
        if (await alone.FlagAsync(IsToDo, file.From, file.Number) is not true)
        {
            return;
        }

        var (done, progress, isBegun) = await ProgressAsync(alone, file);
        if (!isBegun)
        {
            await ProveAsync(alone, file, file.Proofs);
            await alone.ExecuteAsync(Start, file.Number, file.Hash, time.GetUtcNow());
        }

        var steps = new PostgresSteps(database, cancellation);
        foreach (var step in file.Steps.Where(step => step.Number > done))
        {
            await steps.RunAsync(step, step.Number == done + 1 ? progress : "", async session =>
            {
                await ProveAsync(session, file, step.Checks);
                await session.ExecuteAsync(Note, step.Number, file.Number);
            }, file.Number);
            Log.Migrated(log, file, step);
        }

        await using var last = await database.BeginAsync(cancellation);
        await EndAsync(last, database, file);
        await last.CommitAsync();
    }

    private async Task EndAsync(Session session, Database database, MigrationFile file)
    {
        await installer.InstallPartsAsync(session, database);
        await session.ExecuteAsync(Finish, time.GetUtcNow(), file.Number);
        await session.ExecuteAsync(SetHash, file.To);
        await session.ExecuteAsync(SetCatalog, string.Join('\n', await LiveCatalog.ReadAsync(session, database.IsPostgres)));
    }

    private static async Task<(int Step, string Progress, bool IsBegun)> ProgressAsync(Session session, MigrationFile file)
    {
        var found = await session.FirstAsync(ReadProgress, rows => rows.Text(0), file.Number);
        if (found?.Split(' ', 3) is not [var step, var hash, var progress])
        {
            return (0, "", false);
        }

        return hash == file.Hash
            ? (int.Parse(step, System.Globalization.CultureInfo.InvariantCulture), progress, true)
            : throw new MigrationException(
                $"The database stopped in the middle of migration {file.Number}, of which this program has another one. "
                + "Finish it with the program that began it.");
    }

    private static async Task ProveAsync(Session session, MigrationFile file, IReadOnlyList<MigrationQuery> queries)
    {
        var problems = new List<string>();
        foreach (var query in queries)
        {
            var rows = await session.ListAsync(new(query.Sql), found => found.Text(0));
            if (rows.Count > 0)
            {
                var more = rows.Count > MostRows ? "; and more" : "";
                problems.Add($"  {query.Meaning}: {string.Join("; ", rows.Take(MostRows))}{more}");
            }
        }

        if (problems.Count > 0)
        {
            throw new MigrationException(
                $"Rows stand in the way of migration {file.Number}; nothing of this step was done.\n"
                + string.Join('\n', problems));
        }
    }
}
