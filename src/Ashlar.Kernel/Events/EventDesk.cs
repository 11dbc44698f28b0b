using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>
/// What operators see of deliveries and do about them. What they decide is kept where events are, as one that nobody consumes:
/// it is deleted with them.
/// </summary>
internal sealed class EventDesk(Database database, TimeProvider time)
{
    /// <summary>No event of a model is called so.</summary>
    private const string Decision = "(decision)";

    private static readonly Statement SelectStands = new(Stands("d.attempts > 0 and ($1 or d.due_at is null)", "$2"));

    private static readonly Statement SelectOf = new(Stands("e.id = $1", "1000"));

    private static readonly Statement SelectEvent = new("select name, body, happened_at from ashlar_events where id = $1");

    private static readonly Statement SelectDecisions = new(
        "select body, happened_at from ashlar_events where id > $1 and name = $2 and subject = $3 order by id limit 100");

    private static readonly Statement Insert = new(
        "insert into ashlar_events (name, subject, body, happened_at) values ($1, $2, $3, $4)");

    private static readonly Statement Retry = new(
        "update ashlar_deliveries set due_at = $3, attempts = 0 where event_id = $1 and consumer = $2 and attempts > 0");

    private static readonly Statement Drop = new(
        "delete from ashlar_deliveries where event_id = $1 and consumer = $2 and attempts > 0");

    private static readonly Statement CallNext = new(
        """
        update ashlar_deliveries set due_at = $3
        where consumer = $1 and subject = $2 and attempts = 0 and event_id = (
          select min(event_id) from ashlar_deliveries where consumer = $1 and subject = $2)
        """);

    /// <summary>The deliveries that have failed, or of them those that are parked, the oldest first.</summary>
    public async Task<List<EventStand>> FailedAsync(bool isParked, int most)
    {
        await using var session = await database.ReadAsync(CancellationToken.None);
        return await session.ListAsync(SelectStands, EventStand.Read, !isParked, most);
    }

    /// <summary>What an event says, and what was decided about it; null where there is none.</summary>
    public async Task<(string Name, string Body, DateTimeOffset At, List<(string Body, DateTimeOffset At)> Decisions)?> FindAsync(
        long id)
    {
        await using var session = await database.ReadAsync(CancellationToken.None);
        var found = await session.ListAsync(SelectEvent, rows => (rows.Text(0), rows.Text(1), rows.Instant(2)), id);
        if (found is not [var (name, body, at)])
        {
            return null;
        }

        var decisions = await session.ListAsync(
            SelectDecisions, rows => (rows.Text(0), rows.Instant(1)), id, Decision, $"{id}");
        return (name, body, at, decisions);
    }

    /// <summary>Who is still to get an event.</summary>
    public async Task<List<EventStand>> DeliveriesAsync(long id)
    {
        await using var session = await database.ReadAsync(CancellationToken.None);
        return await session.ListAsync(SelectOf, EventStand.Read, id);
    }

    /// <summary>Makes a delivery that has failed due at once, as if it had never been tried; whether there is one.</summary>
    public Task<bool> RetryAsync(EventStand stand, string reason) => DecideAsync(stand, "retry", reason, async session =>
        await session.ExecuteAsync(Retry, stand.Event, stand.Consumer, time.GetUtcNow()) == 1);

    /// <summary>Gives up a delivery that has failed, and calls the next one of its subject; whether there is one.</summary>
    public Task<bool> DropAsync(EventStand stand, string reason) => DecideAsync(stand, "drop", reason, async session =>
    {
        if (await session.ExecuteAsync(Drop, stand.Event, stand.Consumer) == 0)
        {
            return false;
        }

        if (stand.Subject is { } subject)
        {
            await session.ExecuteAsync(CallNext, stand.Consumer, subject, time.GetUtcNow());
        }

        return true;
    });

    private async Task<bool> DecideAsync(EventStand stand, string what, string reason, Func<Session, Task<bool>> act)
    {
        await using var session = await database.BeginAsync(CancellationToken.None);
        if (!await act(session))
        {
            return false;
        }

        var body = JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["decision"] = what,
            ["consumer"] = stand.Consumer,
            ["because"] = reason,
        });
        await session.ExecuteAsync(Insert, Decision, $"{stand.Event}", body, time.GetUtcNow());
        await session.CommitAsync();
        return true;
    }

    private static string Stands(string which, string most) =>
        $"""
        select d.event_id, e.name, d.subject, d.consumer, d.attempts, d.due_at, d.last_problem
        from ashlar_deliveries d
        join ashlar_events e on e.id = d.event_id
        where {which}
        order by d.event_id, d.consumer
        limit {most}
        """;
}
