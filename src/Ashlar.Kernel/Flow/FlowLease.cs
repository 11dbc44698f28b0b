using System.Diagnostics;

namespace Ashlar.Kernel;

/// <summary>
/// What a worker has is its own as long as the row of the worker says so, by the clock of the database. One update of that row
/// keeps all of it. Nothing depends on it but how long others wait: what a worker does after it has lost a token is refused
/// by the fence of the token.
/// </summary>
internal sealed class FlowLease(Database database, FlowOptions options)
{
    /// <summary>The clock of the database, which no test moves.</summary>
    public const string PostgresNow = "clock_timestamp()";

    /// <summary>The clock of the database, which no test moves.</summary>
    public const string SqliteNow = "cast(unixepoch('subsec') * 1000 as integer)";

    private static readonly Statement Beat = new(
        Beating(PostgresNow, " * interval '1 millisecond'"), Beating(SqliteNow, ""));

    private static readonly Statement RemoveOwn = new("delete from ashlar_flow_workers where id = $1");

    private static readonly Statement RemoveOld = new(
        Old(PostgresNow, " * interval '1 millisecond'"), Old(SqliteNow, ""));

    private static readonly Statement RemoveAll = new("delete from ashlar_flow_workers");

    private static readonly Statement FreeAll = new(
        """
        update ashlar_flow_queue set due_at = 0, stamp = stamp + 1 where token_id in (
          select id from ashlar_flow_tokens where status = 'Live' and worker is not null)
        """);

    private static readonly Statement FreeOwn = new(
        Freeing(FlowClock.Postgres), Freeing(FlowClock.Sqlite));

    private long _beaten;

    /// <summary>The worker of this process.</summary>
    public Guid Worker { get; } = Guid.CreateVersion7();

    /// <summary>Whether others may have taken over what this worker has.</summary>
    public bool IsLost => Stopwatch.GetElapsedTime(Interlocked.Read(ref _beaten)) >= options.Lease;

    /// <summary>How long until the lease has to be renewed.</summary>
    public TimeSpan Period => options.Lease / 3;

    /// <summary>Begins the lease. Where no other process can be at work, what earlier ones had is free at once.</summary>
    public async Task BeginAsync(CancellationToken cancellation)
    {
        await using (var session = await database.BeginAsync(cancellation))
        {
            session.IsBackground = true;
            if (database.IsPostgres)
            {
                await session.ExecuteAsync(RemoveOld, options.Lease * 10);
            }
            else
            {
                await session.ExecuteAsync(RemoveAll);
                await session.ExecuteAsync(FreeAll);
            }

            await session.CommitAsync();
        }

        await BeatAsync(cancellation);
    }

    /// <summary>Renews the lease.</summary>
    public async Task BeatAsync(CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        await using var session = await database.WriteAsync(cancellation);
        session.IsBackground = true;
        await session.ExecuteAsync(Beat, Worker, options.Lease);
        Interlocked.Exchange(ref _beaten, began);
    }

    /// <summary>Gives all back at once, so that nobody waits for the end of the lease.</summary>
    public async Task EndAsync(FlowClock clock, CancellationToken cancellation)
    {
        await using var session = await database.BeginAsync(cancellation);
        session.IsBackground = true;
        await session.ExecuteAsync(RemoveOwn, Worker);
        await session.ExecuteAsync(FreeOwn, clock.Given, Worker);
        await session.CommitAsync();
    }

    private static string Beating(string now, string milliseconds) =>
        $"""
        insert into ashlar_flow_workers (id, lease_until) values ($1, {now} + $2{milliseconds})
        on conflict (id) do update set lease_until = excluded.lease_until
        """;

    private static string Old(string now, string milliseconds) =>
        $"delete from ashlar_flow_workers where lease_until < {now} - $1{milliseconds}";

    private static string Freeing(string now) =>
        $"""
        update ashlar_flow_queue set due_at = {now}, stamp = stamp + 1 where token_id in (
          select id from ashlar_flow_tokens where worker = $2 and status = 'Live')
        """;
}
