using System.Text.Json;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Flow;

/// <summary>People share the tasks of their role.</summary>
public sealed class TaskTests(PostgresServer server)
{
    private static readonly Caller One = new(Guid.CreateVersion7(), ["Warehouse"]);
    private static readonly Caller Other = new(Guid.CreateVersion7(), ["Warehouse"]);

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_task_that_is_claimed_is_free_for_others_when_it_is_released(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var process = rig.Process();
        foreach (var order in (string[])["A1", "A2"])
        {
            await FlowRig.FulfilAsync(process, order);
            await rig.DrainAsync(process);
        }

        var (first, second) = await ListAsync(process, One) is [var a, var b] ? (a, b) : throw new InvalidOperationException();
        Assert.Null(await process.TransactAsync(work => work.ClaimTaskAsync(first.Id), One));

        Assert.Equal([first.Id, second.Id], (await ListAsync(process, One)).Select(task => task.Id));
        Assert.Equal(second.Id, Assert.Single(await ListAsync(process, Other)).Id);
        Assert.Equal(
            second.Id, Assert.Single(await process.TransactAsync(work => work.OpenTasksAsync(most: 1), Other)).Id);
        var refusal = await process.TransactAsync(work => work.ReleaseTaskAsync(first.Id), Other);
        Assert.Equal("task-claimed", refusal?.Code);
        Assert.Equal(Refusal.NotFound, await process.TransactAsync(work => work.ReleaseTaskAsync(first.Id)));

        Assert.Null(await process.TransactAsync(work => work.ReleaseTaskAsync(first.Id), One));
        Assert.Null(await process.TransactAsync(work => work.ReleaseTaskAsync(first.Id), One));
        Assert.Equal(2, (await ListAsync(process, Other)).Count);
        using var answer = JsonDocument.Parse("""{"tracking":"T1"}""");
        Assert.Null(await process.TransactAsync(work => work.CompleteTaskAsync(first.Id, answer.RootElement), Other));
        refusal = await process.TransactAsync(work => work.ReleaseTaskAsync(first.Id), Other);
        Assert.Equal("task-closed", refusal?.Code);
    }

    private static Task<List<FlowTask>> ListAsync(FlowProcess process, Caller caller) =>
        process.TransactAsync(work => work.OpenTasksAsync(most: 10), caller);
}
