namespace Ashlar.Kernel;

/// <summary>Ends instances, with all that belongs to them.</summary>
internal static class FlowEnd
{
    private static readonly Statement End = new(Ending(FlowClock.Postgres), Ending(FlowClock.Sqlite));

    private static readonly Statement CancelTokens = new(
        """
        update ashlar_flow_tokens set status = 'Cancelled', epoch = epoch + 1, seq = seq + 1, worker = null
        where instance_id = $1 and status = 'Live'
        """);

    private static readonly Statement WithdrawTasks = new(
        WithdrawingAll(FlowClock.Postgres), WithdrawingAll(FlowClock.Sqlite));

    private static readonly Statement CloseIncidents = new(
        ClosingAll(FlowClock.Postgres), ClosingAll(FlowClock.Sqlite));

    private static readonly Statement SelectTokens = new(
        "select id from ashlar_flow_tokens where instance_id = $1 and status = 'Live'");

    private static readonly Statement SelectStarted = new(
        "select id from ashlar_flow_instances where parent_token_id = $1 and status = 'Running'");

    private static readonly Statement WakeParent = new(
        """
        insert into ashlar_flow_wakes (token_id)
        select parent_token_id from ashlar_flow_instances where id = $1 and parent_token_id is not null
        """);

    private static readonly Statement WakeJoined = new(
        """
        insert into ashlar_flow_wakes (definition, event, key)
        select definition, $2, $3 from ashlar_flow_instances where id = $1 and key is not null
        """);

    /// <summary>Cancels an instance that is running; whether it was.</summary>
    public static ValueTask<bool> CancelAsync(UnitOfWork work, Guid instance, string reason, Guid? actor) =>
        EndAsync(work, instance, "Cancelled", reason, actor);

    /// <summary>Ends an instance whose last token has reached an end; tokens that are left of it are cancelled.</summary>
    public static ValueTask<bool> CompleteAsync(UnitOfWork work, Guid instance, string step) =>
        EndAsync(work, instance, "Ended", step, actor: null);

    /// <summary>Cancels the instances that a token has started and no longer waits for.</summary>
    public static async ValueTask CancelStartedByAsync(UnitOfWork work, Guid token)
    {
        foreach (var started in await work.Session.ListAsync(SelectStarted, rows => rows.Uuid(0), token))
        {
            await CancelAsync(work, started, "whoever started it goes on without it", actor: null);
        }
    }

    private static async ValueTask<bool> EndAsync(
        UnitOfWork work, Guid instance, string status, string outcome, Guid? actor)
    {
        var (session, now) = (work.Session, work.Service<FlowClock>().Given);
        if (await session.ExecuteAsync(End, now, instance, status, outcome) == 0)
        {
            return false;
        }

        foreach (var token in await session.ListAsync(SelectTokens, rows => rows.Uuid(0), instance))
        {
            await CancelStartedByAsync(work, token);
        }

        await FlowJournal.WriteForAllAsync(session, now, instance, "cancelled", outcome, actor);
        await session.ExecuteAsync(CancelTokens, instance);
        await session.ExecuteAsync(WithdrawTasks, now, instance);
        await session.ExecuteAsync(CloseIncidents, now, instance, actor);
        await session.ExecuteAsync(WakeParent, instance);
        await session.ExecuteAsync(WakeJoined, instance, FlowWaits.InstanceEnded, $"{instance}");
        work.AfterCommit(work.Service<FlowWorker>().Wake);
        return true;
    }

    private static string Ending(string now) =>
        $"""
        update ashlar_flow_instances set status = $3, outcome = $4, ended_at = {now} where id = $2 and status = 'Running'
        """;

    private static string WithdrawingAll(string now) =>
        $"""
        update ashlar_flow_tasks set status = 'Withdrawn', closed_at = {now} where instance_id = $2 and status = 'Open'
        """;

    private static string ClosingAll(string now) =>
        $"""
        update ashlar_flow_incidents set resolution = 'ended', resolved_by = $3, resolved_at = {now}
        where instance_id = $2 and resolution is null
        """;
}
