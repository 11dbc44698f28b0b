namespace Ashlar.Kernel;

/// <summary>
/// Carries instances over that a process of an older build has begun, or kept, after the migration: the same statements, which
/// find no instance of the version or of a newer one. So none is left to a build that is not there any more.
/// </summary>
internal sealed class FlowCarrier(Database database, Workflows workflows, FlowClock clock)
{
    private static readonly Statement Look = new(
        Behind(FlowClock.Postgres, "jsonb_each_text($2::jsonb)", "older.value::integer"),
        Behind(FlowClock.Sqlite, "json_each($2)", "older.value"));

    /// <summary>Whether there were any.</summary>
    public async Task<bool> CarryAsync(CancellationToken cancellation)
    {
        if (workflows.Versions.Carries.Count == 0 || !await IsBehindAsync(cancellation))
        {
            return false;
        }

        foreach (var carry in workflows.Versions.Carries)
        {
            await using var session = await database.BeginAsync(cancellation);
            session.IsBackground = true;
            await session.RunScriptAsync(carry.Sql);
            await session.CommitAsync();
        }

        return true;
    }

    private async Task<bool> IsBehindAsync(CancellationToken cancellation)
    {
        await using var session = await database.ReadAsync(cancellation);
        session.IsBackground = true;
        return await session.FlagAsync(Look, clock.Given, Value.Json(workflows.Versions.Older)) is true;
    }

    private static string Behind(string now, string each, string version) =>
        $"""
        select exists (
          select 1 from ashlar_flow_queue q join {each} older on older.key = q.definition
          where q.due_at <= {now} and q.version < {version})
        """;
}
