using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>Starts instances and tells them what they wait for, within the transaction of whoever does it.</summary>
public static class FlowStart
{
    private static readonly Refusal AlreadyRunning = new("already-running", 409, "It is running already.");

    private static readonly Statement InsertInstance = new(Instance(FlowClock.Postgres), Instance(FlowClock.Sqlite));

    private static readonly Statement SelectRunning = new(
        "select id from ashlar_flow_instances where definition = $1 and key = $2 and status = 'Running'");

    private static readonly Statement InsertToken = new(NewToken(FlowClock.Postgres, " * interval '1 millisecond'"),
        NewToken(FlowClock.Sqlite, ""));

    private static readonly Statement InsertQueue = new(Queue(FlowClock.Postgres), Queue(FlowClock.Sqlite));

    private static readonly Statement InsertSignal = new(Signal(FlowClock.Postgres), Signal(FlowClock.Sqlite));

    private static readonly Statement InsertWake = new(
        "insert into ashlar_flow_wakes (definition, event, key) values ($1, $2, $3)");

    /// <summary>
    /// Tells the instances of a workflow that something has happened. The one that waits for it, or is the first to wait for
    /// it later, gets it once.
    /// </summary>
    /// <param name="work">The transaction.</param>
    /// <param name="workflow">The workflow.</param>
    /// <param name="happened">The name of the event.</param>
    /// <param name="key">What it is about.</param>
    /// <param name="payload">The event.</param>
    /// <param name="id">Tells a repetition of the signal from another one; null where there are no repetitions.</param>
    public static async ValueTask SignalAsync(
        this UnitOfWork work, Workflow workflow, string happened, string key, JsonElement payload, string? id = null)
    {
        var now = work.Service<FlowClock>().Given;
        var isNew = await work.Session.ExecuteAsync(
            InsertSignal, now, id is null ? $"{work.NewId()}" : $"{workflow.Name}/{happened}/{id}", workflow.Name, happened, key,
            Value.Json(payload.GetRawText()));
        if (isNew == 1)
        {
            await work.Session.ExecuteAsync(InsertWake, workflow.Name, happened, key);
            work.AfterCommit(work.Service<FlowWorker>().Wake);
        }
    }

    internal static async ValueTask<Started> StartAsync(
        UnitOfWork work, Workflow workflow, string? key, string state, Token? parent)
    {
        var instance = work.NewId();
        while (!await InsertAsync(work, workflow, instance, key, state, parent))
        {
            var running = await work.Session.ListAsync(SelectRunning, rows => rows.Uuid(0), workflow.Name, key);
            if (running is [var other] && workflow.Again != Again.Replaces)
            {
                return new(other, IsNew: false) { Refusal = workflow.Again == Again.Refused ? AlreadyRunning : null };
            }

            foreach (var replaced in running)
            {
                await FlowEnd.CancelAsync(work, replaced, "replaced", work.Caller.Id);
            }
        }

        await AddTokenAsync(work, workflow, instance, parent: null, workflow.First, state);
        return new(instance, IsNew: true);
    }

    /// <summary>Puts a token at a step, where a worker finds it.</summary>
    internal static async ValueTask AddTokenAsync(
        UnitOfWork work, Workflow workflow, Guid instance, Guid? parent, string step, string state)
    {
        var now = work.Service<FlowClock>().Given;
        var version = VersionOf(work, workflow);
        var token = new Token(
            work.NewId(), instance, workflow.Name, version, step, TokenPhase.Ready, Epoch: 0, Sequence: -1, Attempt: 0,
            CallKey: null, CallSince: null, WaitUntil: null, RetryAt: null, WaitSequence: null, WaitKey: null, parent,
            Deadline: null, Claims: 0);
        await work.Session.ExecuteAsync(
            InsertToken, now, token.Id, instance, parent, workflow.Name, version, step,
            parent is null ? workflow.Limit : null);
        await FlowJournal.WriteAsync(work.Session, now, token, "start", detail: null, work.Caller.Id);
        await work.Session.ExecuteAsync(InsertQueue, now, token.Id, workflow.Name, version);
        if (parent is null && workflow.Interrupts.Count > 0)
        {
            using var known = JsonDocument.Parse(state);
            await FlowWaits.AddAsync(
                work.Session, token with { Sequence = FlowWaits.Always }, workflow.Interrupts, known.RootElement);
        }

        work.AfterCommit(work.Service<FlowWorker>().Wake);
    }

    private static async ValueTask<bool> InsertAsync(
        UnitOfWork work, Workflow workflow, Guid instance, string? key, string state, Token? parent) =>
        await work.Session.ExecuteAsync(
            InsertInstance, work.Service<FlowClock>().Given, instance, workflow.Name, VersionOf(work, workflow), key,
            Value.Json(state), parent?.Id) == 1;

    private static int VersionOf(UnitOfWork work, Workflow workflow) => work.Service<Workflows>().Versions.Of(workflow);

    private static string Instance(string now) =>
        $"""
        insert into ashlar_flow_instances (started_at, id, definition, version, key, status, state, parent_token_id)
        values ({now}, $2, $3, $4, $5, 'Running', $6, $7)
        on conflict (definition, key) where status = 'Running' do nothing
        """;

    private static string NewToken(string now, string milliseconds) =>
        $"""
        insert into ashlar_flow_tokens (
          deadline_at, id, instance_id, parent_id, definition, version, step, status, phase, seq, epoch, claims, attempt)
        values ({now} + $8{milliseconds}, $2, $3, $4, $5, $6, $7, 'Live', 'Ready', 0, 0, 0, 0)
        """;

    private static string Queue(string now) =>
        $"""
        insert into ashlar_flow_queue (due_at, token_id, definition, version, stamp) values ({now}, $2, $3, $4, 0)
        """;

    private static string Signal(string now) =>
        $"""
        insert into ashlar_flow_signals (received_at, id, definition, event, key, payload)
        values ({now}, $2, $3, $4, $5, $6)
        on conflict (id) do nothing
        """;
}
