using System.Diagnostics;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Flow;

/// <summary>Only one worker moves an instance, whatever several of them believe.</summary>
public sealed class FenceTests(PostgresServer server)
{
    private static readonly Statement ExpireLeases = new("delete from ashlar_flow_workers");

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_a_worker_does_after_it_lost_its_lease_is_refused_with_its_rows(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var (frozen, thawed) = (new TaskCompletionSource(), new TaskCompletionSource());
        var calls = 0;

        // The first attempt freezes before its transaction, where SQLite lets others write.
        rig.Gateway.Freeze = () => Interlocked.Increment(ref calls) == 1 ? FreezeAsync(frozen, thawed) : Task.CompletedTask;
        Probe Charging() => new(probe => probe.Charges(
            Probe.Step.First, new(Effect.Idempotent, TimeSpan.FromMinutes(1), 9, TimeSpan.FromHours(1)), Probe.Step.Done));
        var (zombie, other) = (rig.Process(Charging()), rig.Process(Charging()));
        var instance = await FlowRig.StartAsync(zombie, "x");
        var drained = zombie.DrainAsync();
        await frozen.Task;

        await rig.TellAsync(ExpireLeases);
        rig.Clock.Advance(TimeSpan.FromMinutes(1));
        await other.DrainAsync();
        Assert.Equal("Done", await rig.OutcomeAsync(instance));
        thawed.SetResult();
        await drained;

        Assert.Equal("receipt of charge x", await rig.EffectsAsync("x"));
        Assert.Contains(zombie.Logged, line => line.Contains("by somebody else", StringComparison.Ordinal));
        await FlowInvariants.HoldAsync(rig);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_worker_that_has_its_lease_is_left_alone(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var (frozen, thawed) = (new TaskCompletionSource(), new TaskCompletionSource());
        rig.Gateway.Freeze = () => FreezeAsync(frozen, thawed);
        Probe Charging() => new(probe => probe.Charges(
            Probe.Step.First, new(Effect.Once, TimeSpan.FromMinutes(1), 9, TimeSpan.FromHours(1)), Probe.Step.Done));
        var worker = rig.Process(Charging());
        var instance = await FlowRig.StartAsync(worker, "x");
        var drained = worker.DrainAsync();
        await frozen.Task;

        // SQLite is for one process: another one that begins there takes all over.
        var other = kind == DatabaseKind.Postgres ? rig.Process(Charging()) : worker;
        for (var i = 0; i < 3; i++)
        {
            rig.Clock.Advance(TimeSpan.FromMinutes(1));
            await other.Worker.LookOnceAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal("First:Calling", await rig.StandsAsync(instance));
        thawed.SetResult();
        await drained;

        Assert.Equal(("Done", "receipt of charge x"), (await rig.OutcomeAsync(instance), await rig.EffectsAsync("x")));
        Assert.Equal(1, rig.Gateway.Calls);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, 1)]
    [InlineData(DatabaseKind.Postgres, 1)]
    [InlineData(DatabaseKind.Sqlite, 2)]
    [InlineData(DatabaseKind.Postgres, 2)]
    [InlineData(DatabaseKind.Sqlite, 3)]
    [InlineData(DatabaseKind.Postgres, 3)]
    public async Task An_answer_to_a_commit_that_is_lost_changes_nothing(DatabaseKind kind, int every)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var commits = 0;
        var isOn = false;
        var process = rig.Process(
            new MuteDatabase(
                Database.Open(rig.ConnectionString), isTurn => isOn && (isTurn || every > 1) && ++commits % every == 0));
        var instance = await FlowRig.FulfilAsync(process, "A1");
        isOn = true;
        for (var i = 0; i < 12; i++)
        {
            await TryAsync(() => rig.DrainAsync(process));
        }

        isOn = false;
        await FlowRig.PackAsync(process, "T1");
        await FlowRig.SignalAsync(process, "ParcelDelivered", "T1");
        isOn = true;
        for (var i = 0; i < 12; i++)
        {
            await TryAsync(() => rig.DrainAsync(process));
        }

        Assert.Equal("Done", await rig.OutcomeAsync(instance));
        Assert.Equal("deliver notify print reserve", await rig.EffectsAsync("A1"));
        Assert.True(commits > 5, $"{commits} commits");
        Assert.Equal(1, rig.Gateway.Calls);
        await FlowInvariants.HoldAsync(rig);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, 1)]
    [InlineData(DatabaseKind.Postgres, 3)]
    public async Task Processes_side_by_side_move_each_instance_once(DatabaseKind kind, int count)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var cancellation = TestContext.Current.CancellationToken;
        Probe Steps() => new(probe =>
        {
            probe.Does(Probe.Step.First, "one", Probe.Step.Second);
            probe.Charges(
                Probe.Step.Second, new(Effect.Once, TimeSpan.FromMinutes(1), 9, TimeSpan.FromHours(1)), Probe.Step.Third);
            probe.Does(Probe.Step.Third, "two", Probe.Step.Done);
        });
        var processes = Enumerable.Range(0, count).Select(_ => rig.Process(Steps())).ToArray();
        foreach (var process in processes)
        {
            await process.Worker.StartAsync(cancellation);
        }

        var instances = await Task.WhenAll(Enumerable.Range(0, 60).Select(
            i => FlowRig.StartAsync(processes[i % count], $"{i}")));
        var began = Stopwatch.GetTimestamp();
        while (await rig.CountRunningAsync() > 0 && Stopwatch.GetElapsedTime(began) < TimeSpan.FromMinutes(2))
        {
            rig.Clock.Advance(TimeSpan.FromMilliseconds(200));
            await Task.Delay(100, cancellation);
        }

        foreach (var process in processes)
        {
            await process.Worker.StopAsync(cancellation);
        }

        Assert.Equal(60, rig.Gateway.Calls);
        for (var i = 0; i < 60; i++)
        {
            Assert.True(
                await rig.OutcomeAsync(instances[i]) == "Done",
                $"{await rig.StandsAsync(instances[i])}: {await rig.JournalAsync(instances[i])}");
            Assert.Equal($"one receipt of charge {i} two", await rig.EffectsAsync($"{i}"));
        }

        await FlowInvariants.HoldAsync(rig);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Who_waits_until_nothing_is_due_waits_for_what_the_worker_has_just_taken(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var process = rig.Process(new Probe(probe => probe.Does(Probe.Step.First, "one", Probe.Step.Done)));
        await process.Worker.StartAsync(TestContext.Current.CancellationToken);
        var unfinished = 0;
        for (var i = 0; i < 100; i++)
        {
            var instance = await FlowRig.StartAsync(process, $"{i}");
            await process.DrainAsync();
            unfinished += await rig.OutcomeAsync(instance) == "Done" ? 0 : 1;
        }

        await process.Worker.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, unfinished);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_stop_lets_a_turn_end_and_gives_the_rest_back_at_once(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var (frozen, thawed) = (new TaskCompletionSource(), new TaskCompletionSource());
        rig.Gateway.Freeze = () => FreezeAsync(frozen, thawed);
        Probe Steps() => new(probe =>
        {
            probe.Charges(
                Probe.Step.First, new(Effect.Once, TimeSpan.FromMinutes(1), 9, TimeSpan.FromHours(1)), Probe.Step.Second);
            probe.Does(Probe.Step.Second, "two", Probe.Step.Done);
        });
        var process = rig.Process(Steps());
        await process.Worker.StartAsync(TestContext.Current.CancellationToken);
        var instance = await FlowRig.StartAsync(process, "x");
        await frozen.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        var stop = process.Worker.StopAsync(TestContext.Current.CancellationToken);
        Assert.False(stop.IsCompleted);
        thawed.SetResult();
        await stop.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Equal("Second:Ready", await rig.StandsAsync(instance));
        await rig.Process(Steps()).DrainAsync();
        Assert.Equal(("Done", 1), (await rig.OutcomeAsync(instance), rig.Gateway.Calls));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_stop_keeps_the_lease_until_what_runs_has_ended(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var cancellation = TestContext.Current.CancellationToken;
        var (frozen, thawed) = (new TaskCompletionSource(), new TaskCompletionSource());
        rig.Gateway.Freeze = () => FreezeAsync(frozen, thawed);
        var lease = TimeSpan.FromSeconds(1);
        var process = rig.Process(
            new Dictionary<string, string?> { ["Kernel:Flow:Lease"] = $"{lease}" },
            new Probe(probe => probe.Charges(
                Probe.Step.First, new(Effect.Once, TimeSpan.FromMinutes(1), 9, TimeSpan.FromHours(1)), Probe.Step.Done)));
        await process.Worker.StartAsync(cancellation);
        var instance = await FlowRig.StartAsync(process, "x");
        await frozen.Task.WaitAsync(TimeSpan.FromMinutes(1), cancellation);

        var stop = process.Worker.StopAsync(cancellation);
        await Task.Delay(lease * 1.5, cancellation);
        var isLost = process.Service<FlowLease>().IsLost;
        thawed.SetResult();
        await stop.WaitAsync(TimeSpan.FromMinutes(1), cancellation);

        Assert.False(isLost);
        Assert.Equal("Done", await rig.OutcomeAsync(instance));
    }

    private static async Task FreezeAsync(TaskCompletionSource frozen, TaskCompletionSource thawed)
    {
        frozen.TrySetResult();
        await thawed.Task;
    }

    private static async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (System.Data.Common.DbException)
        {
            // As meant: the claim was not answered.
        }
    }
}
