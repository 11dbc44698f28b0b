using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>What people do about the tasks of workflows: only who has the role of a task knows of it.</summary>
public static class FlowTasks
{
    private static readonly Refusal Closed = new("task-closed", 409, "The task is closed.");
    private static readonly Refusal ClaimedByOther = new("task-claimed", 409, "Somebody else has claimed the task.");

    private static readonly Statement SelectOpen = new(
        Open("select jsonb_array_elements_text($1)"), Open("select value from json_each($1)"));

    private static readonly Statement SelectOne = new(
        $"select {FlowTask.Columns}, status from ashlar_flow_tasks where id = $1");

    private static readonly Statement Claim = new("update ashlar_flow_tasks set claimed_by = $2 where id = $1");

    private static readonly Statement Release = new("update ashlar_flow_tasks set claimed_by = null where id = $1");

    private static readonly Statement Complete = new(Completing(FlowClock.Postgres), Completing(FlowClock.Sqlite));

    private static readonly Statement InsertSignal = new(Signal(FlowClock.Postgres), Signal(FlowClock.Sqlite));

    private static readonly Statement WakeAsking = new(
        "insert into ashlar_flow_wakes (token_id) select token_id from ashlar_flow_tasks where id = $1");

    /// <summary>
    /// The open tasks of the caller's roles that nobody else has claimed, the oldest first; those after a task where one is
    /// given.
    /// </summary>
    public static ValueTask<List<FlowTask>> OpenTasksAsync(this UnitOfWork work, int most, FlowTask? after = null) =>
        work.Session.ListAsync(
            SelectOpen, FlowTask.Read, Value.Json(JsonSerializer.Serialize(work.Caller.Roles)), most, after?.OpenedAt, after?.Id,
            work.Caller.Id);

    /// <summary>An open task of one of the caller's roles, or why there is none.</summary>
    public static async ValueTask<(FlowTask? Task, Refusal? Refusal)> OpenTaskAsync(this UnitOfWork work, Guid id)
    {
        var found = await work.Session.ListAsync(SelectOne, rows => (Task: FlowTask.Read(rows), Status: rows.Text(10)), id);
        return found is not [var one] || !work.Caller.Has(one.Task.Role) ? (null, Refusal.NotFound)
            : one.Status != "Open" ? (null, Closed)
            : one.Task.ClaimedBy is { } other && other != work.Caller.Id ? (null, ClaimedByOther)
            : (one.Task, null);
    }

    /// <summary>Keeps a task for the caller.</summary>
    public static async ValueTask<Refusal?> ClaimTaskAsync(this UnitOfWork work, Guid id)
    {
        var (task, refusal) = await work.OpenTaskAsync(id);
        if (task is not null)
        {
            await work.Session.ExecuteAsync(Claim, task.Id, work.Caller.Id);
        }

        return refusal;
    }

    /// <summary>Gives back a task that the caller has claimed.</summary>
    public static async ValueTask<Refusal?> ReleaseTaskAsync(this UnitOfWork work, Guid id)
    {
        var (task, refusal) = await work.OpenTaskAsync(id);
        if (task is not null)
        {
            await work.Session.ExecuteAsync(Release, task.Id);
        }

        return refusal;
    }

    /// <summary>Answers a task. The workflow goes on with the answer, whose form the caller of this method has checked.</summary>
    public static async ValueTask<Refusal?> CompleteTaskAsync(this UnitOfWork work, Guid id, JsonElement answer)
    {
        var (task, refusal) = await work.OpenTaskAsync(id);
        if (task is null)
        {
            return refusal;
        }

        var (now, text) = (work.Service<FlowClock>().Given, answer.GetRawText());
        if (await work.Session.ExecuteAsync(Complete, now, id, work.Caller.Id, Value.Json(text)) == 0)
        {
            return Closed;
        }

        await work.Session.ExecuteAsync(
            InsertSignal, now, $"task/{id}", task.Workflow, FlowWaits.TaskAnswered, $"{id}", Value.Json(text));
        await work.Session.ExecuteAsync(WakeAsking, id);
        work.AfterCommit(work.Service<FlowWorker>().Wake);
        return null;
    }

    private static string Open(string roles) =>
        $"""
        select {FlowTask.Columns} from ashlar_flow_tasks
        where status = 'Open' and role in ({roles}) and (claimed_by is null or claimed_by = $5)
          and ($3 is null or (opened_at, id) > ($3, $4))
        order by opened_at, id limit $2
        """;

    private static string Completing(string now) =>
        $"""
        update ashlar_flow_tasks set status = 'Completed', completed_by = $3, answer = $4, closed_at = {now}
        where id = $2 and status = 'Open'
        """;

    private static string Signal(string now) =>
        $"""
        insert into ashlar_flow_signals (received_at, id, definition, event, key, payload)
        values ({now}, $2, $3, $4, $5, $6)
        """;
}
