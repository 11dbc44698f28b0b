using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Events;

/// <summary>Processes that die, stop, or run side by side lose no event and double none.</summary>
public sealed class DeathTests(PostgresServer server)
{
    private static readonly KernelOptions OneByOne = new() { DeliveryConcurrency = 1 };

    [Theory]
    [InlineData(DatabaseKind.Sqlite, true)]
    [InlineData(DatabaseKind.Sqlite, false)]
    [InlineData(DatabaseKind.Postgres, true)]
    [InlineData(DatabaseKind.Postgres, false)]
    public async Task A_process_may_die_at_any_step(DatabaseKind kind, bool isTaken)
    {
        await using var rig = await EventRig.CreateAsync(kind, server);
        var survivor = rig.Process(EventRig.Noting("A"), EventRig.Noting("B"));
        var (number, deaths) = (0, 0);
        for (var lastStep = 1; deaths == lastStep - 1; lastStep++)
        {
            var mortal = new MortalDatabase(Database.Open(rig.ConnectionString), lastStep, isTaken);
            var dying = rig.Process(mortal, OneByOne, EventRig.Noting("A"), EventRig.Noting("B"));
            await survivor.EmitAsync(new("Counted", "x", ++number), new("Counted", "x", ++number), new("Counted", "y", ++number));

            await DieAsync(dying);
            deaths += mortal.IsDead ? 1 : 0;
            rig.Clock.Advance(TimeSpan.FromMinutes(1));
            await survivor.DrainAsync();
        }

        Assert.True(deaths > 20, $"it died {deaths} times");
        foreach (var consumer in (string[])["A", "B"])
        {
            var taken = await rig.TakenAsync(consumer);
            Assert.Equal(Enumerable.Range(1, number), taken.Order());
            Assert.Equal(taken.Where(i => i % 3 != 0).Order(), taken.Where(i => i % 3 != 0));
        }

        Assert.Equal(0, await rig.CountPendingAsync());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Processes_side_by_side_deliver_each_once_and_in_order(DatabaseKind kind)
    {
        await using var rig = await EventRig.CreateAsync(kind, server);
        var processes = Enumerable.Range(0, 3).Select(_ => rig.Process(EventRig.Noting("A"), EventRig.Noting("B"))).ToArray();
        var events = Enumerable.Range(1, 60).Select(i => new Happened("Counted", $"{i % 4}", i)).ToArray();
        await processes[0].EmitAsync(events);

        await Task.WhenAll(processes.Select(process => process.DrainAsync()));
        rig.Clock.Advance(TimeSpan.FromMinutes(1));
        await processes[0].DrainAsync();

        foreach (var consumer in (string[])["A", "B"])
        {
            var taken = await rig.TakenAsync(consumer);
            Assert.Equal(60, taken.Count);
            Assert.All(taken.GroupBy(i => i % 4), subject => Assert.Equal(subject.Order(), subject));
        }
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_stop_lets_a_delivery_end(DatabaseKind kind)
    {
        await using var rig = await EventRig.CreateAsync(kind, server);
        var (begun, mayEnd) = (new TaskCompletionSource(), new TaskCompletionSource());
        var process = rig.Process(Waiting(begun, _ => mayEnd.Task));
        await process.Dispatcher.StartAsync(TestContext.Current.CancellationToken);
        await process.EmitAsync(new("Counted", "x", 1), new("Counted", "x", 2));
        await begun.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        var stop = process.Dispatcher.StopAsync(TestContext.Current.CancellationToken);
        Assert.False(stop.IsCompleted);
        mayEnd.SetResult();
        await stop.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Equal([1], await rig.TakenAsync());
        Assert.Equal(1, await rig.CountPendingAsync());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_stop_abandons_a_delivery_that_does_not_end_and_another_process_makes_it(DatabaseKind kind)
    {
        await using var rig = await EventRig.CreateAsync(kind, server);
        var begun = new TaskCompletionSource();
        var process = rig.Process(Waiting(begun, deadline => Task.Delay(Timeout.Infinite, deadline)));
        await process.Dispatcher.StartAsync(TestContext.Current.CancellationToken);
        await process.EmitAsync(new Happened("Counted", "x", 1));
        await begun.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        await process.Dispatcher.StopAsync(new CancellationToken(canceled: true));

        Assert.Empty(await rig.TakenAsync());
        Assert.Equal(("", 0, false), await rig.FirstAsync());
        await rig.Process(EventRig.Noting("A")).DrainAsync();
        Assert.Equal([1], await rig.TakenAsync());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_another_process_commits_is_found(DatabaseKind kind)
    {
        await using var rig = await EventRig.CreateAsync(kind, server);
        var taken = new TaskCompletionSource();
        var process = rig.Process(Waiting(taken, _ => Task.CompletedTask));
        await process.Dispatcher.StartAsync(TestContext.Current.CancellationToken);

        await rig.Process(EventRig.Noting("A")).EmitAsync(new Happened("Counted", "x", 1));

        await taken.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        await process.Dispatcher.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal([1], await rig.TakenAsync());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Those_that_wait_for_each_other_are_called_without_waiting_for_the_clock(DatabaseKind kind)
    {
        await using var rig = await EventRig.CreateAsync(kind, server);
        var processes = Enumerable.Range(0, 2).Select(_ => rig.Process(EventRig.Noting("A"))).ToArray();
        foreach (var process in processes)
        {
            await process.Dispatcher.StartAsync(TestContext.Current.CancellationToken);
        }

        await processes[0].EmitAsync([.. Enumerable.Range(1, 200).Select(i => new Happened("Counted", $"{i % 5}", i))]);
        await rig.WaitForAsync(200);

        foreach (var process in processes)
        {
            await process.Dispatcher.StopAsync(TestContext.Current.CancellationToken);
        }

        Assert.All((await rig.TakenAsync()).GroupBy(i => i % 5), subject => Assert.Equal(subject.Order(), subject));
    }

    private static Consumer Waiting(TaskCompletionSource begun, Func<CancellationToken, Task> wait) =>
        new("Counted", "A", async (work, json) =>
        {
            begun.TrySetResult();
            await wait(work.Deadline);
            return await EventRig.NoteAsync(work, "A", json);
        });

    // Whoever drains a dead process learns that it is dead.
    internal static async Task DieAsync(EventProcess process)
    {
        try
        {
            await process.DrainAsync();
        }
        catch (System.Data.Common.DbException)
        {
            // As meant.
        }
    }
}
