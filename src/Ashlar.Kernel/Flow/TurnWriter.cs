using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>
/// Writes what comes after a turn into its transaction: where the token goes, what it waits for there, what can be undone,
/// and what the journal says. The token is moved only if it stands where the turn began.
/// </summary>
internal sealed class TurnWriter(Workflows workflows, FlowClock clock)
{
    /// <summary>What an instance knows is read and written with each step; what is larger belongs in a row or a file.</summary>
    private const int MostLetters = 256 * 1024;

    private static readonly Statement Move = new(
        Moving(" * interval '1 millisecond'", FlowClock.Postgres), Moving("", FlowClock.Sqlite));

    private static readonly Statement SetState = new("update ashlar_flow_instances set state = $2 where id = $1");

    private static readonly Statement InsertUndo = new(
        "insert into ashlar_flow_undos (instance_id, step, state, is_undone) values ($1, $2, $3, false)");

    private static readonly Statement InsertTask = new(
        Asking(" * interval '1 millisecond'", FlowClock.Postgres), Asking("", FlowClock.Sqlite));

    private static readonly Statement Resolve = new(Resolving(FlowClock.Postgres), Resolving(FlowClock.Sqlite));

    private static readonly Statement WithdrawTasks = new(Withdrawing(FlowClock.Postgres), Withdrawing(FlowClock.Sqlite));

    private static readonly Statement CancelBranches = new(
        """
        update ashlar_flow_tokens set status = 'Cancelled', epoch = epoch + 1, worker = null
        where parent_id = $1 and status = 'Live'
        """);

    private static readonly Statement SelectBranches = new(
        "select id from ashlar_flow_tokens where parent_id = $1 and status = 'Live'");

    private static readonly Statement WakeParent = new("insert into ashlar_flow_wakes (token_id) values ($1)");

    /// <summary>Writes what comes next. The journal calls it a kind, with a detail.</summary>
    public async ValueTask<Landing> WriteAsync(TurnContext turn, Next next, string kind, string? detail)
    {
        var (work, token) = (turn.Work, turn.Token);
        var learned = next switch
        {
            NextStep step => step.State,
            NextJoin join => join.State,
            _ => null,
        };
        if (learned is not null)
        {
            if (learned.Length > MostLetters)
            {
                throw new OverflowException("The instance knows too much.");
            }

            await work.Session.ExecuteAsync(SetState, token.Instance, Value.Json(learned));
        }

        var state = learned ?? turn.State.GetRawText();

        await FlowJournal.WriteAsync(work.Session, clock.Given, token, kind, detail, work.Caller.Id);
        if (kind is "done" or "skip" && workflows.Of(token).UndoOf(token.Step) is not null)
        {
            await work.Session.ExecuteAsync(InsertUndo, token.Instance, token.Step, Value.Json(state));
        }

        if (token.Phase == TokenPhase.Incident)
        {
            await ResolveAsync(work, token.Id, kind, detail);
        }

        await LeaveAsync(work, token);
        return next switch
        {
            NextStep step => await GoAsync(work, token, step.Step, state),
            NextJoin => await JoinAsync(work, token),
            _ => throw new InvalidOperationException("An incident is not written into the turn that it undoes."),
        };
    }

    /// <summary>Keeps how an incident of a token was resolved, if there is one.</summary>
    public async ValueTask ResolveAsync(UnitOfWork work, Guid token, string resolution, string? reason) =>
        await work.Session.ExecuteAsync(Resolve, clock.Given, token, resolution, reason, work.Caller.Id);

    /// <summary>Moves the token within its step: another phase, another attempt, a pause.</summary>
    public async ValueTask<Landing> StayAsync(Session session, Token token, TokenPhase phase, TimeSpan? pause, bool isKept)
    {
        await MoveAsync(session, token with { Phase = phase }, within: null, pause, isKept);
        return new(token with { Phase = phase, Sequence = token.Sequence + 1, Claims = 0 }, isKept ? Fate.Goes : Fate.Parked);
    }

    private async ValueTask<Landing> GoAsync(UnitOfWork work, Token token, string name, string state)
    {
        var workflow = workflows.Of(token);
        var step = workflow.Find(name)
            ?? throw new InvalidOperationException($"{workflow.Name} has no step {name} in version {token.Version}.");
        var there = token with
        {
            Step = name,
            Phase = TokenPhase.Ready,
            Attempt = 0,
            CallKey = null,
            CallSince = null,
            WaitUntil = null,
            RetryAt = null,
            WaitSequence = null,
            WaitKey = null,
        };
        using var json = JsonDocument.Parse(state);
        switch (step)
        {
            case EndStep:
                return await EndAsync(work, there);
            case WaitStep wait:
                await FlowWaits.AddAsync(work.Session, Next(there), wait.For, json.RootElement);
                var (within, until) = wait.Ends(json.RootElement);
                return await WaitAsync(work, there with { WaitUntil = until }, within);
            case AskStep ask:
                var task = await AskAsync(work, there, ask, json.RootElement);
                return await WaitAsync(work, there with { WaitKey = task }, ask.Within);
            case ParallelStep parallel:
                foreach (var branch in parallel.Branches)
                {
                    await FlowStart.AddTokenAsync(work, workflow, token.Instance, token.Id, branch, state);
                }

                return await WaitAsync(work, there, within: null);
            case ChildStep child:
                return await RunAsync(work, there, child, json.RootElement);
            default:
                await MoveAsync(work.Session, there, within: null, pause: null, isKept: true);
                return new(Next(there), Fate.Goes);
        }
    }

    private static Token Next(Token token) => token with { Sequence = token.Sequence + 1, Claims = 0 };

    private async ValueTask<Landing> WaitAsync(UnitOfWork work, Token token, TimeSpan? within, bool isKept = false)
    {
        var there = token with { Phase = TokenPhase.Waiting, WaitSequence = token.Sequence + 1 };
        await MoveAsync(work.Session, there, within, pause: null, isKept);
        return new(Next(there), isKept ? Fate.Goes : Fate.Parked);
    }

    private async ValueTask<Landing> RunAsync(UnitOfWork work, Token token, ChildStep step, JsonElement state)
    {
        var (key, start) = step.Input(state);
        var started = await FlowStart.StartAsync(work, workflows.Newest(step.Workflow), key, start, token);
        var there = token with { WaitKey = $"{started.Instance}" };
        if (started.IsNew)
        {
            return await WaitAsync(work, there, step.Within);
        }

        // It may end before it is known that somebody waits: the worker looks once more after the commit.
        await FlowWaits.AddEndAsync(work.Session, Next(there), step.Workflow, started.Instance);
        return await WaitAsync(work, there, step.Within, isKept: true);
    }

    private async ValueTask<string> AskAsync(UnitOfWork work, Token token, AskStep step, JsonElement state)
    {
        var (task, title) = (work.NewId(), await step.Title(new(work, token, state)));
        await work.Session.ExecuteAsync(
            InsertTask, clock.Given, task, token.Instance, token.Id, token.Definition, step.Name, step.Role, title, step.Due);
        await FlowWaits.AddAnswerAsync(work.Session, Next(token), task);
        return $"{task}";
    }

    /// <summary>Gives up what the token waited for, whatever of it is still open.</summary>
    private async ValueTask LeaveAsync(UnitOfWork work, Token token)
    {
        switch (workflows.Of(token).Find(token.Step))
        {
            case AskStep:
                await work.Session.ExecuteAsync(WithdrawTasks, clock.Given, token.Id);
                break;
            case ChildStep:
                await FlowEnd.CancelStartedByAsync(work, token.Id);
                break;
            case ParallelStep:
                await CancelBranchesAsync(work, token.Id);
                break;
        }
    }

    private async ValueTask CancelBranchesAsync(UnitOfWork work, Guid parent)
    {
        var branches = await work.Session.ListAsync(SelectBranches, rows => rows.Uuid(0), parent);
        foreach (var branch in branches)
        {
            await CancelBranchesAsync(work, branch);
            await work.Session.ExecuteAsync(WithdrawTasks, clock.Given, branch);
            await ResolveAsync(work, branch, "given up", reason: null);
            await FlowEnd.CancelStartedByAsync(work, branch);
        }

        if (branches.Count > 0)
        {
            await work.Session.ExecuteAsync(CancelBranches, parent);
        }
    }

    private async ValueTask<Landing> JoinAsync(UnitOfWork work, Token token)
    {
        if (token.Parent is not { } parent)
        {
            throw new InvalidOperationException("Only a branch can join.");
        }

        await work.Session.ExecuteAsync(WakeParent, parent);
        work.AfterCommit(work.Service<FlowWorker>().Wake);
        return await FinishAsync(work, token with { Phase = TokenPhase.Ready });
    }

    private async ValueTask<Landing> EndAsync(UnitOfWork work, Token token)
    {
        var landing = await FinishAsync(work, token);
        await FlowEnd.CompleteAsync(work, token.Instance, token.Step);
        return landing;
    }

    private async ValueTask<Landing> FinishAsync(UnitOfWork work, Token token)
    {
        await MoveAsync(work.Session, token, within: null, pause: null, isKept: false, status: "Done");
        return new(Next(token), Fate.Ended);
    }

    private async ValueTask MoveAsync(
        Session session, Token token, TimeSpan? within, TimeSpan? pause, bool isKept, string status = "Live")
    {
        var touched = await session.ExecuteAsync(
            Move, clock.Given, token.Id, token.Epoch, token.Sequence, token.Step, status, Value.Enum(token.Phase), token.Attempt,
            token.CallKey, token.CallSince, within, token.WaitUntil, pause, token.WaitKey, token.Deadline, isKept,
            token.WaitSequence);
        if (touched != 1)
        {
            throw new StaleTurnException();
        }
    }

    private static string Moving(string milliseconds, string now) =>
        $"""
        update ashlar_flow_tokens set seq = seq + 1, step = $5, status = $6, phase = $7, attempt = $8, call_key = $9,
          call_since = $10, wait_until = coalesce({now} + $11{milliseconds}, $12), retry_at = {now} + $13{milliseconds},
          wait_seq = $17, wait_key = $14, deadline_at = $15, claims = 0, worker = case when $16 then worker end
        where id = $2 and epoch = $3 and seq = $4 and status = 'Live'
        """;

    private static string Asking(string milliseconds, string now) =>
        $"""
        insert into ashlar_flow_tasks (
          opened_at, id, instance_id, token_id, definition, step, role, title, due_at, status)
        values ({now}, $2, $3, $4, $5, $6, $7, $8, {now} + $9{milliseconds}, 'Open')
        """;

    private static string Resolving(string now) =>
        $"""
        update ashlar_flow_incidents set resolution = $3, reason = $4, resolved_by = $5, resolved_at = {now}
        where token_id = $2 and resolution is null
        """;

    private static string Withdrawing(string now) =>
        $"""
        update ashlar_flow_tasks set status = 'Withdrawn', closed_at = {now} where token_id = $2 and status = 'Open'
        """;
}
