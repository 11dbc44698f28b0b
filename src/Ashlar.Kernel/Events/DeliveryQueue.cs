namespace Ashlar.Kernel;

/// <summary>
/// The deliveries in the database. A delivery that waits for an earlier one of its subject is put off, so that asking for
/// what is due costs the same however many wait; it is called when its turn comes, and should that be missed, it is looked
/// at again after a while.
/// </summary>
internal sealed class DeliveryQueue(Database database, TimeProvider time)
{
    private const int Batch = 32;
    private const int CleanupBatch = 500;

    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(15);

    private static readonly Statement SelectFailures = new(
        "select consumer, last_problem from ashlar_deliveries where attempts > 0 order by event_id, consumer limit 10");

    private static readonly Statement SelectDue = new(Due("ctid::text"), Due("''"));

    private static readonly Statement PutOff = new(
        "update ashlar_deliveries set due_at = $3 where event_id = $1 and consumer = $2 and due_at < $3");

    // One that was called meanwhile is not put off: it holds nobody back any more, or its row is another one.
    private static readonly Statement PutOffHeld = new(Held("d.ctid = $4::tid"), Held("$4 is not null"));

    private static readonly Statement Claim = new(
        "update ashlar_deliveries set due_at = $4 where event_id = $1 and consumer = $2 and due_at <= $3");

    private static readonly Statement Remove = new("delete from ashlar_deliveries where event_id = $1 and consumer = $2");

    private static readonly Statement CallNext = new(
        """
        update ashlar_deliveries set due_at = $3
        where consumer = $1 and subject = $2 and attempts = 0 and due_at is not null and event_id = (
          select min(event_id) from ashlar_deliveries where consumer = $1 and subject = $2)
        """);

    private static readonly Statement Fail = new(
        """
        update ashlar_deliveries set attempts = attempts + 1, due_at = $4, last_problem = $5
        where event_id = $1 and consumer = $2 and attempts = $3
        """);

    private static readonly Statement RemoveOld = new(
        """
        delete from ashlar_events where id in (
          select e.id from ashlar_events e
          where e.happened_at < $1 and not exists (select 1 from ashlar_deliveries d where d.event_id = e.id)
          order by e.happened_at
          limit $2)
        """);

    /// <summary>The next deliveries that are due.</summary>
    public async Task<List<Delivery>> DueAsync(CancellationToken cancellation)
    {
        await using var session = await database.ReadAsync(cancellation);
        session.IsBackground = true;
        return await session.ListAsync(SelectDue, Delivery.Read, time.GetUtcNow(), Batch);
    }

    /// <summary>What stands in the way of deliveries that failed: `Mailbox.ConfirmOrder: not-found`.</summary>
    public async Task<IReadOnlyList<string>> FailuresAsync(CancellationToken cancellation)
    {
        await using var session = await database.ReadAsync(cancellation);
        session.IsBackground = true;
        return await session.ListAsync(SelectFailures, rows => $"{rows.Text(0)}: {rows.TextOrNull(1)}");
    }

    /// <summary>Puts off a delivery that this process cannot make.</summary>
    public async Task PutOffAsync(Delivery delivery, CancellationToken cancellation)
    {
        await using var session = await database.WriteAsync(cancellation);
        await session.ExecuteAsync(PutOff, delivery.Event, delivery.Consumer, time.GetUtcNow() + LongestHold);
    }

    /// <summary>
    /// Takes a delivery for a while, so that no other process makes it at the same time; whether it was still to be made.
    /// </summary>
    public async Task<bool> ClaimAsync(Delivery delivery, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var session = await database.WriteAsync(cancellation);
        return await session.ExecuteAsync(Claim, delivery.Event, delivery.Consumer, now, now + LongestHold) == 1;
    }

    /// <summary>Takes a delivery that is made out of the queue.</summary>
    public async Task RemoveAsync(Delivery delivery, CancellationToken cancellation)
    {
        await using var session = await database.WriteAsync(cancellation);
        await session.ExecuteAsync(Remove, delivery.Event, delivery.Consumer);
    }

    /// <summary>Puts off deliveries that wait for an earlier one of their subject.</summary>
    public async Task PutOffHeldAsync(IReadOnlyList<Delivery> held, CancellationToken cancellation)
    {
        if (held.Count > 0)
        {
            var due = time.GetUtcNow() + LongestHold;
            await using var session = await database.WriteAsync(cancellation);
            await session.ExecuteManyAsync(
                PutOffHeld, [.. held.Select(one => new Value[] { one.Event, one.Consumer, due, one.Place })]);
        }
    }

    /// <summary>After a delivery, makes the next one of its subject due.</summary>
    public async Task CallNextAsync(Delivery done, CancellationToken cancellation)
    {
        if (done.Subject is not null)
        {
            await using var session = await database.WriteAsync(cancellation);
            await session.ExecuteAsync(CallNext, done.Consumer, done.Subject, time.GetUtcNow());
        }
    }

    /// <summary>Keeps that a delivery failed, and when it is tried again: never, when it is parked.</summary>
    public async Task FailAsync(Delivery failed, DateTimeOffset? due, string problem, CancellationToken cancellation)
    {
        await using var session = await database.WriteAsync(cancellation);
        await session.ExecuteAsync(Fail, failed.Event, failed.Consumer, failed.Attempts, due, problem);
    }

    /// <summary>Deletes events that every consumer has had, a few at a time; whether there may be more.</summary>
    public async Task<bool> RemoveOldAsync(TimeSpan retention, CancellationToken cancellation)
    {
        await using var session = await database.WriteAsync(cancellation);
        session.IsBackground = true;
        return await session.ExecuteAsync(RemoveOld, time.GetUtcNow() - retention, CleanupBatch) == CleanupBatch;
    }

    private static string Held(string isUntouched) =>
        $"""
        update ashlar_deliveries as d set due_at = $3
        where d.event_id = $1 and d.consumer = $2 and d.due_at < $3 and {isUntouched} and exists (
          select 1 from ashlar_deliveries e
          where e.consumer = d.consumer and e.subject = d.subject and e.event_id < d.event_id)
        """;

    private static string Due(string place) =>
        $"""
        with due as (
          select d.event_id, d.consumer, d.subject, d.attempts, d.due_at, {place} as place, exists (
            select 1 from ashlar_deliveries e
            where e.consumer = d.consumer and e.subject = d.subject and e.event_id < d.event_id) as is_held
          from ashlar_deliveries d
          where d.due_at <= $1
          order by d.due_at, d.event_id
          limit $2)
        select due.event_id, due.consumer, due.subject, due.attempts, due.is_held, ashlar_events.name, ashlar_events.body,
          ashlar_events.happened_at, due.place
        from due
        join ashlar_events on ashlar_events.id = due.event_id
        order by due.due_at, due.event_id
        """;
}
