namespace Ashlar.Kernel;

/// <summary>
/// Which tokens are to be looked at, and when: one row for each token, which no transaction of a step touches. Whoever changes
/// when a token is due stamps its row, so that nobody overwrites what came in between.
/// </summary>
internal sealed class FlowQueue(Database database, Workflows workflows, FlowClock clock, FlowLease lease, FlowOptions options)
{
    private const int WakeBatch = 64;
    private const string PostgresServed = "select jsonb_array_elements_text($2)";
    private const string SqliteServed = "select value from json_each($2)";

    // A process that froze within a commit holds up nobody but the token that it has.
    private const string NotLocked =
        "in (select t.id from ashlar_flow_tokens t where t.id = any ($1) for update skip locked)";

    private const string WaitingFor =
        "token_id in (select token_id from ashlar_flow_waits where definition = $2 and event = $3 and key = $4)";

    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(100);

    private static readonly Statement Look = new(
        Looking(FlowClock.Postgres, PostgresServed), Looking(FlowClock.Sqlite, SqliteServed));

    private static readonly Statement SelectDue = new(
        Due(FlowClock.Postgres, PostgresServed, "for update skip locked"), Due(FlowClock.Sqlite, SqliteServed, ""));

    private static readonly Statement Claim = new(
        Claiming(NotLocked, FlowLease.PostgresNow),
        Claiming("in (select value from json_each($1))", FlowLease.SqliteNow));

    private static readonly Statement PutOff = new(
        PuttingOff(FlowClock.Postgres, "= any ($2)", " * interval '1 millisecond'"),
        PuttingOff(FlowClock.Sqlite, "in (select value from json_each($2))", ""));

    private static readonly Statement RemoveDead = new(
        Dead("= any ($1)"), Dead("in (select value from json_each($1))"));

    private static readonly Statement Park = new(
        Parking(FlowClock.Postgres, "least(t.wait_until, t.deadline_at)"),
        Parking(FlowClock.Sqlite, "coalesce(min(t.wait_until, t.deadline_at), t.wait_until, t.deadline_at)"));

    private static readonly Statement Release = new(
        "update ashlar_flow_tokens set worker = null where id = $1 and epoch = $2 and worker = $3");

    private static readonly Statement RemoveOf = new(
        """
        delete from ashlar_flow_queue where token_id in (
          select id from ashlar_flow_tokens where instance_id = $1 and status <> 'Live')
        """);

    private static readonly Statement SelectFailures = new(
        """
        select t.definition, t.step, coalesce(i.detail, i.class) from ashlar_flow_incidents i
        join ashlar_flow_tokens t on t.id = i.token_id
        where i.resolution is null order by i.opened_at, i.id limit 10
        """);

    private static readonly Statement RemoveOne = new("delete from ashlar_flow_queue where token_id = $1");

    private static readonly Statement TakeWakes = new(
        Wakes("for update skip locked"), Wakes(""));

    private static readonly Statement WakeToken = new(
        Waking(FlowClock.Postgres, "token_id = $2"), Waking(FlowClock.Sqlite, "token_id = $2"));

    private static readonly Statement WakeWaiting = new(
        Waking(FlowClock.Postgres, WaitingFor), Waking(FlowClock.Sqlite, WaitingFor));

    /// <summary>Looks whether a token is due, and whether something has happened that tokens wait for.</summary>
    public async Task<(bool IsDue, bool IsWoken)> LookAsync(CancellationToken cancellation)
    {
        await using var session = await database.ReadAsync(cancellation);
        session.IsBackground = true;
        var (now, isDue, isWoken) = await session.OneAsync(
            Look, rows => (rows.Instant(0), rows.Bool(1), rows.Bool(2)), clock.Given, Value.Json(workflows.Served));
        clock.Set(now);
        return (isDue, isWoken);
    }

    /// <summary>What people have to decide: `Ordering.Fulfilment.Charge: timeout`.</summary>
    public async Task<IReadOnlyList<string>> FailuresAsync(CancellationToken cancellation)
    {
        await using var session = await database.ReadAsync(cancellation);
        session.IsBackground = true;
        return await session.ListAsync(SelectFailures, rows => $"{rows.Text(0)}.{rows.Text(1)}: {rows.Text(2)}");
    }

    /// <summary>Takes tokens that are due, so many at most, for this process alone; not those that it is moving.</summary>
    public async Task<List<Claimed>> ClaimAsync(int most, ICollection<Guid> running, CancellationToken cancellation)
    {
        await using var session = await database.BeginAsync(cancellation);
        session.IsBackground = true;
        var due = await session.ListAsync(
            SelectDue, rows => (Token: rows.Uuid(0), Stamp: rows.Long(1)), clock.Given, Value.Json(workflows.Served), most);
        if (due.Count == 0)
        {
            return [];
        }

        var stamps = due.ToDictionary(row => row.Token, row => row.Stamp + 1);
        var claimed = await session.ListAsync(Claim, Token.Read, Value.Uuids(stamps.Keys.Except(running)), lease.Worker);
        if (claimed.Count < due.Count)
        {
            var others = Value.Uuids(stamps.Keys.Except(claimed.Select(token => token.Id)));
            await session.ExecuteAsync(RemoveDead, others);
            await session.ExecuteAsync(PutOff, clock.Given, others, Soon);
        }

        await session.ExecuteAsync(PutOff, clock.Given, Value.Uuids(claimed.Select(token => token.Id)), options.Lease);
        await session.CommitAsync();
        return [.. claimed.Select(token => new Claimed(token, stamps[token.Id]))];
    }

    /// <summary>Makes those tokens due that wait for what has happened; whether anything had.</summary>
    public async Task<bool> WakeAsync(CancellationToken cancellation)
    {
        await using var session = await database.BeginAsync(cancellation);
        session.IsBackground = true;
        var wakes = await session.ListAsync(
            TakeWakes, rows => (rows.UuidOrNull(0), rows.TextOrNull(1), rows.TextOrNull(2), rows.TextOrNull(3)), WakeBatch);
        foreach (var (token, definition, happened, key) in wakes)
        {
            _ = token is null
                ? await session.ExecuteAsync(WakeWaiting, clock.Given, definition, happened, key)
                : await session.ExecuteAsync(WakeToken, clock.Given, token);
        }

        await session.CommitAsync();
        return wakes.Count > 0;
    }

    /// <summary>Says when a token that waits is due: at once, should what it waits for have come before it waited.</summary>
    public async Task ParkAsync(Claimed claimed, Fate fate, CancellationToken cancellation)
    {
        await using var session = await database.WriteAsync(cancellation);
        session.IsBackground = true;
        if (fate is Fate.Idle or Fate.Early)
        {
            await session.ExecuteAsync(Release, claimed.Token.Id, claimed.Token.Epoch, lease.Worker);
        }

        await session.ExecuteAsync(Park, clock.Given, claimed.Token.Id, claimed.Stamp, fate != Fate.Idle);
        await FlowWaits.RemoveOldAsync(session, claimed.Token);
    }

    /// <summary>Gives a token back, for any worker to take it soon, or at once.</summary>
    public async Task ReleaseAsync(Claimed claimed, bool isAtOnce, CancellationToken cancellation)
    {
        await using var session = await database.WriteAsync(cancellation);
        session.IsBackground = true;
        await session.ExecuteAsync(Release, claimed.Token.Id, claimed.Token.Epoch, lease.Worker);
        await session.ExecuteAsync(
            PutOff, clock.Given, Value.Uuids([claimed.Token.Id]), isAtOnce ? TimeSpan.Zero : Soon);
    }

    /// <summary>Forgets a token that has ended, and those that ended with it.</summary>
    public async Task RemoveAsync(Token ended, CancellationToken cancellation)
    {
        await using var session = await database.WriteAsync(cancellation);
        session.IsBackground = true;
        await session.ExecuteAsync(RemoveOne, ended.Id);
        await session.ExecuteAsync(RemoveOf, ended.Instance);
        await FlowWaits.RemoveAllAsync(session, ended.Id);
    }

    private static string IsDue(string now, string served) =>
        $"""
        q.due_at <= {now} and q.definition || '/' || q.version in ({served})
          and not exists (select 1 from ashlar_flow_pauses p where p.definition = q.definition)
        """;

    private static string Looking(string now, string served) =>
        $"""
        select {now}, exists (select 1 from ashlar_flow_queue q where {IsDue(now, served)}),
          exists (select 1 from ashlar_flow_wakes)
        """;

    private static string Due(string now, string served, string locking) =>
        $"""
        select q.token_id, q.stamp from ashlar_flow_queue q where {IsDue(now, served)}
        order by q.due_at, q.token_id limit $3 {locking}
        """;

    private static string Claiming(string among, string now) =>
        $"""
        update ashlar_flow_tokens set epoch = epoch + 1, worker = $2, claims = claims + 1
        where id {among} and status = 'Live' and (worker is null or worker = $2 or not exists (
          select 1 from ashlar_flow_workers w where w.id = worker and w.lease_until > {now}))
        returning {Token.Columns}
        """;

    private static string PuttingOff(string now, string among, string milliseconds) =>
        $"update ashlar_flow_queue set due_at = {now} + $3{milliseconds}, stamp = stamp + 1 where token_id {among}";

    private static string Dead(string among) =>
        $"""
        delete from ashlar_flow_queue where token_id {among} and not exists (
          select 1 from ashlar_flow_tokens t where t.id = token_id and t.status = 'Live')
        """;

    private static string Parking(string now, string wait) =>
        $"""
        update ashlar_flow_queue set stamp = stamp + 1, due_at = (
          select case
            when $4 and t.retry_at is not null then t.retry_at
            when t.phase in ('Ready', 'Calling') then {now}
            when t.phase <> 'Incident' and exists (
              select 1 from ashlar_flow_waits w join ashlar_flow_signals s on {FlowWaits.Matching}
              where w.token_id = t.id and w.seq in ({FlowWaits.Always}, t.wait_seq)) then {now}
            when t.phase = 'Incident' then t.deadline_at
            else {wait} end
          from ashlar_flow_tokens t where t.id = $2)
        where token_id = $2 and stamp = $3
        """;

    private static string Wakes(string locking) =>
        $"""
        delete from ashlar_flow_wakes where id in (
          select id from ashlar_flow_wakes order by id limit $1 {locking})
        returning token_id, definition, event, key
        """;

    private static string Waking(string now, string condition) =>
        $"update ashlar_flow_queue set due_at = {now}, stamp = stamp + 1 where {condition}";
}
