using Npgsql;

namespace Ashlar.Kernel;

/// <summary>
/// Runs single steps on PostgreSQL. A step that waits for a lock would make all others wait behind it, so it gives up soon and
/// tries again.
/// </summary>
internal sealed class PostgresSteps(Database database, CancellationToken cancellation)
{
    private const int MostTries = 300;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private static readonly Statement ReadIndex = new(
        "select coalesce((select indisvalid from pg_index where indexrelid = to_regclass($1)), false)");

    private static readonly Statement SetProgress = new("update ashlar_migrations set progress = $1 where number = $2");

    /// <summary>Runs what is left of a step, and then what belongs to its end.</summary>
    public async Task RunAsync(MigrationFileStep step, string progress, Func<Session, Task> finish, int number)
    {
        switch (step.Mode)
        {
            case "index":
                await IndexAsync(step);
                break;
            case "outside":
                await OutsideAsync(step.Sql);
                break;
            case "batches":
                await BatchesAsync(step, progress, number, finish);
                return;
            default:
                await ShortAsync(async session =>
                {
                    await session.RunScriptAsync(step.Sql);
                    await finish(session);
                });
                return;
        }

        await ShortAsync(finish);
    }

    private async Task ShortAsync(Func<Session, Task> work)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await using var session = await database.BeginAsync(cancellation);
                await session.RunScriptAsync("set local lock_timeout = '200ms';");
                await work(session);
                await session.CommitAsync();
                return;
            }
            catch (PostgresException e) when (IsContention(e) && tries < MostTries)
            {
                await Task.Delay(Pause, cancellation);
            }
            catch (PostgresException e) when (IsContention(e))
            {
                throw new MigrationException("Another transaction holds on to a table for too long. End it, and run this again.",
                    e);
            }
        }
    }

    private async Task OutsideAsync(string sql)
    {
        await using var session = await database.WriteAsync(cancellation);
        await session.RunScriptAsync(sql);
    }

    /// <summary>An index that a runner left in the middle is there but not valid.</summary>
    private async Task IndexAsync(MigrationFileStep step)
    {
        await using var session = await database.WriteAsync(cancellation);
        var name = "\"" + step.Object.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
        if (await session.FlagAsync(ReadIndex, name) is true)
        {
            return;
        }

        await session.RunScriptAsync($"drop index concurrently if exists {name};");
        await session.RunScriptAsync(step.Sql);
    }

    /// <summary>No row is changed twice: each batch is noted with its key, and the step ends where there is no other.</summary>
    private async Task BatchesAsync(MigrationFileStep step, string progress, int number, Func<Session, Task> finish)
    {
        var last = progress.Length == 0 ? (Guid?)null : Guid.Parse(progress);
        for (var isMore = true; isMore;)
        {
            string? next = null;
            await ShortAsync(async session =>
            {
                next = await session.FirstAsync(new(step.Sql), rows => rows.Text(0), last);
                await (next is null ? finish(session) : session.ExecuteAsync(SetProgress, next, number).AsTask());
            });
            isMore = next is not null;
            last = next is null ? last : Guid.Parse(next);
        }
    }

    private static bool IsContention(PostgresException e) => e.SqlState is PostgresErrorCodes.LockNotAvailable
        or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;
}
