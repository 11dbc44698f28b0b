using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>What tokens wait for, and the signals that say that it happened.</summary>
internal static class FlowWaits
{
    /// <summary>The sequence of a wait that holds at every step.</summary>
    public const long Always = -1;

    /// <summary>
    /// Stands for the events of a token that hold at every step where a migration changed them: whoever moves the token first
    /// puts those of its workflow in its place.
    /// </summary>
    public const string Renewal = "";

    /// <summary>What a task tells the token that asked.</summary>
    public const string TaskAnswered = "task answered";

    /// <summary>What an instance tells those that wait for its end and have not started it.</summary>
    public const string InstanceEnded = "instance ended";

    /// <summary>A signal that somebody waits for, as a condition on the wait `w`.</summary>
    public const string Matching =
        """
        s.consumed_by is null and s.definition = w.definition and s.event = w.event and s.key = w.key
        """;

    private static readonly Statement Insert = new(
        """
        insert into ashlar_flow_waits (token_id, seq, definition, event, key) values ($1, $2, $3, $4, $5)
        on conflict do nothing
        """);

    private static readonly Statement SelectFirst = new(
        $"""
        select coalesce(s.id, ''), w.event, w.key, coalesce(s.payload, 'null')
        from ashlar_flow_waits w left join ashlar_flow_signals s on {Matching}
        where w.token_id = $1 and w.seq = $2 and (s.id is not null or w.event = '{Renewal}')
        order by case when w.event = '{Renewal}' then 0 else 1 end, s.received_at, s.id limit 1
        """);

    private static readonly Statement Consume = new(
        "update ashlar_flow_signals set consumed_by = $2 where id = $1 and consumed_by is null");

    private static readonly Statement RemoveOld = new(
        "delete from ashlar_flow_waits where token_id = $1 and seq >= 0 and seq < $2");

    private static readonly Statement RemoveAll = new("delete from ashlar_flow_waits where token_id = $1");

    private static readonly Statement RemoveInterrupt = new(
        "delete from ashlar_flow_waits where token_id = $1 and seq = $2 and event = $3");

    /// <summary>Keeps what a token waits for from the commit on whose sequence it has.</summary>
    public static async ValueTask AddAsync(
        Session session, Token token, IReadOnlyList<Expected> events, JsonElement state)
    {
        foreach (var one in events)
        {
            await session.ExecuteAsync(Insert, token.Id, token.Sequence, token.Definition, one.Event, one.Key(state));
        }
    }

    /// <summary>Keeps that a token waits for an answer.</summary>
    public static async ValueTask AddAnswerAsync(Session session, Token token, Guid task) =>
        await session.ExecuteAsync(
            Insert, token.Id, token.Sequence, token.Definition, TaskAnswered, $"{task}");

    /// <summary>Keeps that a token waits for the end of an instance that somebody else has started.</summary>
    public static async ValueTask AddEndAsync(Session session, Token token, string workflow, Guid instance) =>
        await session.ExecuteAsync(Insert, token.Id, token.Sequence, workflow, InstanceEnded, $"{instance}");

    /// <summary>The first signal that a token waits for, with those that hold at every step.</summary>
    public static async ValueTask<Heard?> FirstAsync(Session session, Token token, long sequence) =>
        await session.FirstAsync(
            SelectFirst, rows => new Heard(rows.Text(0), rows.Text(1), rows.Text(2), rows.Text(3)), token.Id, sequence);

    /// <summary>Takes a signal for a token; false when another one has it.</summary>
    public static async ValueTask<bool> ConsumeAsync(Session session, Token token, Heard heard) =>
        await session.ExecuteAsync(Consume, heard.Id, token.Id) == 1;

    /// <summary>Forgets what a token waited for; not what it waits for where another worker has brought it.</summary>
    public static async ValueTask RemoveOldAsync(Session session, Token token) =>
        await session.ExecuteAsync(RemoveOld, token.Id, token.WaitSequence ?? token.Sequence + 1);

    /// <summary>Forgets what a token waited for.</summary>
    public static async ValueTask RemoveAllAsync(Session session, Guid token) =>
        await session.ExecuteAsync(RemoveAll, token);

    /// <summary>Puts what a token hears at every step in the place of its renewal.</summary>
    public static async ValueTask RenewAsync(
        Session session, Token token, IReadOnlyList<Expected> events, JsonElement state)
    {
        await session.ExecuteAsync(RemoveInterrupt, token.Id, Always, Renewal);
        await AddAsync(session, token with { Sequence = Always }, events, state);
    }

    /// <summary>Takes what a token hears at every step only once.</summary>
    public static async ValueTask RemoveInterruptAsync(Session session, Token token, Heard heard) =>
        await session.ExecuteAsync(RemoveInterrupt, token.Id, Always, heard.Event);
}
