namespace Ashlar.Kernel;

/// <summary>What happened to an instance, one row for each commit: its key refuses a second commit of the same turn.</summary>
internal static class FlowJournal
{
    private static readonly Statement Insert = new(Text(FlowClock.Postgres), Text(FlowClock.Sqlite));

    private static readonly Statement InsertForAll = new(OfAll(FlowClock.Postgres), OfAll(FlowClock.Sqlite));

    /// <summary>Keeps what the next commit of a token does.</summary>
    public static async ValueTask WriteAsync(
        Session session, Value now, Token token, string kind, string? detail, Guid? actor) =>
        await session.ExecuteAsync(
            Insert, now, token.Id, token.Sequence + 1, token.Instance, kind, token.Step, token.Attempt, token.CallKey, detail,
            actor);

    /// <summary>Keeps what the next commit of each token that an instance has does.</summary>
    public static async ValueTask WriteForAllAsync(
        Session session, Value now, Guid instance, string kind, string? detail, Guid? actor) =>
        await session.ExecuteAsync(InsertForAll, now, instance, kind, detail, actor);

    private static string Text(string now) =>
        $"""
        insert into ashlar_flow_journal (at, token_id, seq, instance_id, kind, step, attempt, call_key, detail, actor)
        values ({now}, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """;

    private static string OfAll(string now) =>
        $"""
        insert into ashlar_flow_journal (at, token_id, seq, instance_id, kind, step, attempt, call_key, detail, actor)
        select {now}, id, seq + 1, instance_id, $3, step, attempt, call_key, $4, $5 from ashlar_flow_tokens
        where instance_id = $2 and status = 'Live'
        """;
}
