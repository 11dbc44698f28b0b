using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Flow;

/// <summary>What a step costs the database.</summary>
public sealed class CommitTests(PostgresServer server)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_step_is_one_commit_and_an_outside_call_two(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var process = rig.Process(new Probe(probe =>
        {
            probe.Does(Probe.Step.First, "one", Probe.Step.Second);
            probe.Charges(Probe.Step.Second, new(Effect.Once, Day, 1, Day), Probe.Step.Third);
            probe.Waits(Probe.Step.Third, Day, Probe.Step.Done, Probe.Step.Other, "A");
        }));
        await process.DrainAsync();
        await FlowRig.StartAsync(process, "x");

        // One claim, one step, and an outside call that ends in the wait.
        Assert.Equal(1 + 1 + 2, await CommitsAsync(process, process.DrainAsync));
        await FlowRig.SignalAsync(process, "A", "x");

        // Who waits is looked up, it is claimed, goes to its end, and whoever joined it is looked up.
        Assert.Equal(1 + 1 + 1 + 1, await CommitsAsync(process, process.DrainAsync));

        // Looking for work commits nothing.
        Assert.Equal(0, await CommitsAsync(process, process.DrainAsync));
    }

    private static async Task<long> CommitsAsync(FlowProcess process, Func<Task> act)
    {
        var before = process.Database.CommitCount;
        await act();
        return process.Database.CommitCount - before;
    }
}
