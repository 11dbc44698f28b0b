using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>
/// What operators do about workflows, each in the transaction of its caller, who has checked that they may. Who did it and why
/// is in the journal. Whatever a worker is doing with the token at the time is refused.
/// </summary>
public static class FlowOperator
{
    private static readonly Refusal NoIncident = new("no-incident", 409, "Nothing is to be decided there.");
    private static readonly Refusal NotSkipped = new("cannot-skip", 409, "This step takes no value. Go to another step.");
    private static readonly Refusal NoUndoing = new("cannot-undo", 409, "The workflow has no step that undoes what was done.");
    private static readonly Refusal NotRunning = new("not-running", 409, "The instance is not running.");

    private static readonly Statement SelectToken = new(
        $"select {Token.Columns} from ashlar_flow_tokens where id = $1 and status = 'Live'");

    private static readonly Statement SelectRoot = new(
        $"select {Token.Columns} from ashlar_flow_tokens where instance_id = $1 and parent_id is null and status = 'Live'");

    private static readonly Statement SelectState = new("select state from ashlar_flow_instances where id = $1");

    private static readonly Statement TakeOver = new(
        "update ashlar_flow_tokens set epoch = epoch + 1, worker = null where id = $1 and epoch = $2 and status = 'Live'");

    private static readonly Statement MakeDue = new(Due(FlowClock.Postgres), Due(FlowClock.Sqlite));

    private static readonly Statement InsertPause = new(Pausing(FlowClock.Postgres), Pausing(FlowClock.Sqlite));

    private static readonly Statement RemovePause = new("delete from ashlar_flow_pauses where definition = $1");

    /// <summary>Tries again what stopped with an incident; an outside call with the same key.</summary>
    public static async ValueTask<Refusal?> RetryAsync(this UnitOfWork work, Guid token, string reason)
    {
        if (await StoppedAsync(work, token) is not { } stopped)
        {
            return NoIncident;
        }

        var phase = stopped.WaitSequence is null ? TokenPhase.Ready : TokenPhase.Waiting;
        await FlowJournal.WriteAsync(
            work.Session, work.Service<FlowClock>().Given, stopped, "retry", reason, work.Caller.Id);
        await work.Service<TurnWriter>().StayAsync(
            work.Session, stopped with { Attempt = 0, CallSince = null, RetryAt = null }, phase, pause: null, isKept: false);
        await work.Service<TurnWriter>().ResolveAsync(work, stopped.Id, "retry", reason);
        return await MovedAsync(work, stopped);
    }

    /// <summary>
    /// Goes on from an incident as if the outside call had given a value, the event had come, or the person had answered.
    /// </summary>
    public static async ValueTask<Refusal?> SkipAsync(this UnitOfWork work, Guid token, JsonElement value, string reason)
    {
        if (await StoppedAsync(work, token) is not { } stopped)
        {
            return NoIncident;
        }

        Func<TurnContext, ValueTask<Next>>? body = work.Service<Workflows>().Of(stopped).Find(stopped.Step) switch
        {
            CallStep { Read: { } read } step => turn => step.Done(turn, read(value)),
            WaitStep { For: [var only] } => turn => only.Then(turn, value),
            AskStep step => turn => step.Answered(turn, value),
            _ => null,
        };
        return body is null ? NotSkipped : await MoveAsync(work, stopped, body, "skip", reason);
    }

    /// <summary>Goes to another step of the workflow, from wherever the token stands.</summary>
    public static async ValueTask<Refusal?> JumpAsync(this UnitOfWork work, Guid token, string step, string reason)
    {
        var found = await work.Session.ListAsync(SelectToken, Token.Read, token);
        return found is not [var one] || work.Service<Workflows>().Of(one).Find(step) is null
            ? Refusal.NotFound
            : await MoveAsync(work, one, _ => new(new NextStep(step, State: null)), "jump", reason);
    }

    /// <summary>Undoes what an instance did, the last first, in the step that the workflow has for it.</summary>
    public static async ValueTask<Refusal?> CompensateAsync(this UnitOfWork work, Guid instance, string reason)
    {
        var found = await work.Session.ListAsync(SelectRoot, Token.Read, instance);
        return found is not [var root] ? NotRunning
            : work.Service<Workflows>().Of(root).UndoingStep is not { } step ? NoUndoing
            : await MoveAsync(work, root, _ => new(new NextStep(step, State: null)), "compensate", reason);
    }

    /// <summary>Ends an instance where it stands; what it did stays.</summary>
    public static async ValueTask<Refusal?> CancelInstanceAsync(this UnitOfWork work, Guid instance, string reason) =>
        await FlowEnd.CancelAsync(work, instance, reason, work.Caller.Id) ? null : NotRunning;

    /// <summary>Moves no instance of a workflow until it goes on; a schedule of the name starts nothing either.</summary>
    public static async ValueTask PauseAsync(this UnitOfWork work, string workflow, string reason) =>
        await work.Session.ExecuteAsync(
            InsertPause, work.Service<FlowClock>().Given, workflow, reason, work.Caller.Id);

    /// <summary>Moves the instances of a workflow again.</summary>
    public static async ValueTask ResumeAsync(this UnitOfWork work, string workflow)
    {
        await work.Session.ExecuteAsync(RemovePause, workflow);
        work.AfterCommit(work.Service<FlowWorker>().Wake);
    }

    private static async ValueTask<Token?> StoppedAsync(UnitOfWork work, Guid token) =>
        await work.Session.FirstAsync(SelectToken, Token.Read, token) is { Phase: TokenPhase.Incident } stopped ? stopped : null;

    private static async ValueTask<Refusal?> MoveAsync(
        UnitOfWork work, Token token, Func<TurnContext, ValueTask<Next>> body, string kind, string reason)
    {
        if (await work.Session.ExecuteAsync(TakeOver, token.Id, token.Epoch) == 0)
        {
            return NotRunning;
        }

        using var state = JsonDocument.Parse(await work.Session.OneAsync(SelectState, rows => rows.Text(0), token.Instance));
        var turn = new TurnContext(work, token with { Epoch = token.Epoch + 1 }, state.RootElement);
        var next = await body(turn);
        if (next is NextIncident incident)
        {
            return new("stopped", 409, incident.Reason);
        }

        await work.Service<TurnWriter>().WriteAsync(turn, next, kind, reason);
        return await MovedAsync(work, token);
    }

    private static async ValueTask<Refusal?> MovedAsync(UnitOfWork work, Token token)
    {
        await work.Session.ExecuteAsync(MakeDue, work.Service<FlowClock>().Given, token.Id);
        work.AfterCommit(work.Service<FlowWorker>().Wake);
        return null;
    }

    private static string Due(string now) =>
        $"update ashlar_flow_queue set due_at = {now}, stamp = stamp + 1 where token_id = $2";

    private static string Pausing(string now) =>
        $"""
        insert into ashlar_flow_pauses (paused_at, definition, reason, paused_by) values ({now}, $2, $3, $4)
        on conflict (definition) do nothing
        """;
}
