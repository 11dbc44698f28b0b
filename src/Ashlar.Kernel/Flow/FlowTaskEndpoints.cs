using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>The tasks of workflows for the people who do them.</summary>
public static class FlowTaskEndpoints
{
    private const int Most = 100;

    /// <summary>
    /// Maps <c>GET /tasks</c>, and <c>claim</c>, <c>release</c> and <c>complete</c> under <c>POST /tasks/{id}</c>. A task exists
    /// for those who have its role, and for nobody else.
    /// </summary>
    public static void MapTasks(this Api api)
    {
        api.Get("/tasks", "tasks list", ListAsync);
        api.Post("/tasks/{id}/claim", "tasks claim", call => ChangeAsync(call, FlowTasks.ClaimTaskAsync));
        api.Post("/tasks/{id}/release", "tasks release", call => ChangeAsync(call, FlowTasks.ReleaseTaskAsync));
        api.Post("/tasks/{id}/complete", "tasks complete", CompleteAsync);
    }

    private static async Task<IReply> ListAsync(Call call) => call.Caller.IsSignedIn
        ? await call.TransactAsync(async work => Reply.Ok(new TaskList(await work.OpenTasksAsync(Most))))
        : Refusal.SignedOut;

    private static async Task<IReply> ChangeAsync(Call call, Func<UnitOfWork, Guid, ValueTask<Refusal?>> change)
    {
        if (!call.Caller.IsSignedIn)
        {
            return Refusal.SignedOut;
        }

        if (call.Id() is not { } id)
        {
            return Refusal.NotFound;
        }

        return await call.TransactAsync(async work => await change(work, id) is { } refusal ? refusal : Reply.NoContent());
    }

    private static async Task<IReply> CompleteAsync(Call call)
    {
        if (!call.Caller.IsSignedIn)
        {
            return Refusal.SignedOut;
        }

        if (call.Id() is not { } id)
        {
            return Refusal.NotFound;
        }

        var body = await call.OptionalBodyAsync();
        return await call.TransactAsync(async work => await CompleteAsync(work, id, body) is { } refusal
            ? refusal
            : Reply.NoContent());
    }

    private static async ValueTask<Refusal?> CompleteAsync(UnitOfWork work, Guid id, JsonBody body)
    {
        var (task, refusal) = await work.OpenTaskAsync(id);
        if (task is null)
        {
            return refusal;
        }

        if (work.Service<Workflows>().Find(task.Workflow, task.Version)?.Find(task.Step) is not AskStep step)
        {
            // Another build of the system has the version that asks, and knows the form of the answer.
            return Refusal.Unavailable;
        }

        var wrong = step.Check is { } check ? check(body) : body.Refusal;
        return wrong ?? await work.CompleteTaskAsync(id, body.Json);
    }

    private sealed record TaskList(IReadOnlyList<FlowTask> Tasks) : IShape
    {
        public void Write(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            json.WriteStartArray("items"u8);
            foreach (var task in Tasks)
            {
                json.WriteStartObject();
                json.WriteUuid("id"u8, task.Id);
                json.WriteText("workflow"u8, task.Workflow);
                json.WriteText("step"u8, task.Step);
                json.WriteUuid("instance"u8, task.Instance);
                json.WriteText("role"u8, task.Role);
                json.WriteText("title"u8, task.Title);
                json.WriteUuid("claimedBy"u8, task.ClaimedBy);
                json.WriteInstant("openedAt"u8, task.OpenedAt);
                json.WriteInstant("dueAt"u8, task.DueAt);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }
    }
}
