namespace Ashlar.Kernel;

/// <summary>What happened to an instance, one row for each commit: its key refuses a second commit of the same turn.</summary>
/// <remarks>
/// Where another transaction has committed the row meanwhile, a serialisable one gets a conflict and runs again; what then
/// finds the row has lost the turn. A violation of the key would be taken for a fault of the step.
/// </remarks>
internal static class FlowJournal
{
    private static readonly Statement Insert = new(Text(FlowClock.Postgres), Text(FlowClock.Sqlite));

    private static readonly Statement InsertForAll = new(OfAll(FlowClock.Postgres), OfAll(FlowClock.Sqlite));

    /// <summary>Keeps what the next commit of a token does, unless another one has kept that already.</summary>
    public static async ValueTask WriteAsync(
        Session session, Value now, Token token, string kind, string? detail, Guid? actor)
    {
        var touched = await session.ExecuteAsync(
            Insert, now, token.Id, token.Sequence + 1, token.Instance, kind, token.Step, token.Attempt, token.CallKey, detail,
            actor);
        if (touched != 1)
        {
            throw new StaleTurnException();
        }
    }

    /// <summary>Keeps what the next commit of each token that an instance has does.</summary>
    public static async ValueTask WriteForAllAsync(
        Session session, Value now, Guid instance, string kind, string? detail, Guid? actor) =>
        await session.ExecuteAsync(InsertForAll, now, instance, kind, detail, actor);

    private static string Text(string now) =>
        $"""
        insert into ashlar_flow_journal (at, token_id, seq, instance_id, kind, step, attempt, call_key, detail, actor)
        values ({now}, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        on conflict (token_id, seq) do nothing
        """;

    private static string OfAll(string now) =>
        $"""
        insert into ashlar_flow_journal (at, token_id, seq, instance_id, kind, step, attempt, call_key, detail, actor)
        select {now}, id, seq + 1, instance_id, $3, step, attempt, call_key, $4, $5 from ashlar_flow_tokens
        where instance_id = $2 and status = 'Live'
        on conflict (token_id, seq) do nothing
        """;
}
