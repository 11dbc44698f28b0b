using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;
using Microsoft.Extensions.Logging;

namespace Ashlar.Kernel.Tests.Events;

/// <summary>What is emitted reaches every consumer, once in effect and in its order.</summary>
public sealed class DeliveryTests(PostgresServer server)
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Every_consumer_of_the_event_gets_it_once(DatabaseKind kind)
    {
        await using var rig = await EventRig.CreateAsync(kind, server);
        var process = rig.Process(EventRig.Noting("A"), EventRig.Noting("B"), EventRig.Noting("C", "Other"));
        await process.EmitAsync(new("Counted", "x", 1), new("Counted", "x", 2));

        await process.DrainAsync();
        await process.DrainAsync();

        Assert.Equal([1, 2], await rig.TakenAsync("A"));
        Assert.Equal([1, 2], await rig.TakenAsync("B"));
        Assert.Empty(await rig.TakenAsync("C"));
        Assert.Equal(0, await rig.CountPendingAsync());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task An_event_that_nobody_consumes_is_kept(DatabaseKind kind)
    {
        await using var rig = await EventRig.CreateAsync(kind, server);
        await rig.Process().EmitAsync(new Happened("Counted", "x", 1));

        Assert.Equal((1, 0), (await rig.CountEventsAsync(), await rig.CountPendingAsync()));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_is_emitted_is_undone_with_its_transaction(DatabaseKind kind)
    {
        await using var rig = await EventRig.CreateAsync(kind, server);
        var process = rig.Process(EventRig.Noting("A"));
        await process.EmitForNothingAsync(new Happened("Counted", "x", 1));

        await process.DrainAsync();

        Assert.Equal((0, 0), (await rig.CountEventsAsync(), await rig.CountPendingAsync()));
        Assert.Empty(await rig.TakenAsync());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_failure_holds_back_its_subject_and_no_other(DatabaseKind kind)
    {
        await using var rig = await EventRig.CreateAsync(kind, server);
        var isBroken = true;
        var process = rig.Process(new Consumer("Counted", "A", async (work, json) =>
        {
            await EventRig.NoteAsync(work, "A", json);
            return isBroken && json.GetProperty("number").GetInt32() == 1 ? Refusal.InUse : null;
        }));
        await process.EmitAsync([.. Enumerable.Range(1, 40).Select(i => new Happened("Counted", "x", i))]);
        await process.EmitAsync(new Happened("Counted", "y", 50), new Happened("Counted", null, 51));

        await process.DrainAsync();
        Assert.Equal([50, 51], (await rig.TakenAsync()).Order());
        Assert.Equal(("in-use", 1, false), await rig.FirstAsync());

        isBroken = false;
        rig.Clock.Advance(TimeSpan.FromSeconds(1));
        await process.DrainAsync();

        Assert.Equal(Enumerable.Range(1, 40), (await rig.TakenAsync()).Where(number => number <= 40));
        Assert.Equal(0, await rig.CountPendingAsync());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_fails_again_and_again_is_parked_and_holds_back_its_subject(DatabaseKind kind)
    {
        await using var rig = await EventRig.CreateAsync(kind, server);
        var attempts = 0;
        var process = rig.Process(new KernelOptions { DeliveryAttempts = 3 }, new Consumer("Counted", "A", (_, _) =>
        {
            attempts++;
            throw new InvalidOperationException("ann@example.com");
        }));
        await process.EmitAsync(new Happened("Counted", "x", 1), new Happened("Counted", "x", 2));

        for (var i = 0; i < 10; i++)
        {
            await process.DrainAsync();
            rig.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(3, attempts);
        Assert.Equal(("InvalidOperationException", 3, true), await rig.FirstAsync());
        Assert.Equal(2, await rig.CountPendingAsync());
        var parked = Assert.Single(process.Logged, line => line.Level == LogLevel.Error);
        const string text = "A did not take event 1 at attempt 3: InvalidOperationException.";
        Assert.StartsWith(text, parked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(process.Logged, line => line.Text.Contains("ann@", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Attempts_are_further_and_further_apart(DatabaseKind kind)
    {
        await using var rig = await EventRig.CreateAsync(kind, server);
        var process = rig.Process(new Consumer("Counted", "A", (_, _) => Task.FromResult<Refusal?>(Refusal.InUse)));
        await process.EmitAsync(new Happened("Counted", "x", 1));
        await process.DrainAsync();

        foreach (var (wait, attempts) in new[] { (0.4, 1), (0.6, 2), (0.9, 2), (1.1, 3), (1.9, 3), (2.1, 4) })
        {
            rig.Clock.Advance(TimeSpan.FromSeconds(wait));
            await process.DrainAsync();
            Assert.Equal(attempts, (await rig.FirstAsync()).Attempts);
        }
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_delivery_that_takes_too_long_fails(DatabaseKind kind)
    {
        await using var rig = await EventRig.CreateAsync(kind, server);
        var process = rig.Process(
            new KernelOptions { DeliveryDeadline = TimeSpan.FromMilliseconds(50) },
            new Consumer("Counted", "A", async (work, _) =>
            {
                await Task.Delay(Timeout.Infinite, work.Deadline);
                return null;
            }));
        await process.EmitAsync(new Happened("Counted", "x", 1));

        await process.DrainAsync();

        Assert.Equal(("timeout", 1, false), await rig.FirstAsync());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task An_event_waits_for_the_version_that_has_its_consumer(DatabaseKind kind)
    {
        await using var rig = await EventRig.CreateAsync(kind, server);
        var later = rig.Process(EventRig.Noting("A"));
        await later.EmitAsync(new Happened("Counted", "x", 1));
        var earlier = rig.Process(EventRig.Noting("B"));

        await earlier.DrainAsync();
        rig.Clock.Advance(TimeSpan.FromSeconds(15));
        await later.DrainAsync();

        Assert.Equal([1], await rig.TakenAsync());
        const string text = "A of event 1 is not in this version";
        Assert.Contains(earlier.Logged, line => line.Text.StartsWith(text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_consumer_may_emit(DatabaseKind kind)
    {
        await using var rig = await EventRig.CreateAsync(kind, server);
        var runs = 0;
        var process = rig.Process(EventRig.Noting("B", "Passed"), new Consumer("Counted", "A", async (work, json) =>
        {
            Interlocked.Increment(ref runs);
            await work.EmitAsync(new Happened("Passed", "y", json.GetProperty("number").GetInt32()));
            return null;
        }));
        await process.EmitAsync([.. Enumerable.Range(1, 30).Select(i => new Happened("Counted", $"{i}", i))]);

        await process.DrainAsync();

        Assert.Equal(Enumerable.Range(1, 30), (await rig.TakenAsync("B")).Order());
        Assert.Equal(30, runs);
        Assert.Equal(0, await rig.CountPendingAsync());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Events_are_kept_for_their_time_and_as_long_as_somebody_is_to_get_them(DatabaseKind kind)
    {
        await using var rig = await EventRig.CreateAsync(kind, server);
        var process = rig.Process(EventRig.Noting("A"));
        await rig.Process().EmitAsync([.. Enumerable.Range(1, 1200).Select(i => new Happened("Counted", null, i))]);
        await process.EmitAsync(new Happened("Counted", "x", 1201));
        rig.Clock.Advance(TimeSpan.FromDays(2));
        await rig.Process().EmitAsync(new Happened("Counted", "x", 1202));
        var queue = process.Queue;

        rig.Clock.Advance(TimeSpan.FromDays(29));
        Assert.True(await queue.RemoveOldAsync(TimeSpan.FromDays(30), TestContext.Current.CancellationToken));
        Assert.True(await queue.RemoveOldAsync(TimeSpan.FromDays(30), TestContext.Current.CancellationToken));
        Assert.False(await queue.RemoveOldAsync(TimeSpan.FromDays(30), TestContext.Current.CancellationToken));
        Assert.Equal(2, await rig.CountEventsAsync());

        await process.DrainAsync();
        await queue.RemoveOldAsync(TimeSpan.FromDays(30), TestContext.Current.CancellationToken);
        Assert.Equal(1, await rig.CountEventsAsync());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_consumer_is_nobody_and_acts_at_the_moment_of_the_delivery(DatabaseKind kind)
    {
        await using var rig = await EventRig.CreateAsync(kind, server);
        UnitOfWork? seen = null;
        var process = rig.Process(new Consumer("Counted", "A", (work, _) =>
        {
            seen = work;
            return Task.FromResult<Refusal?>(null);
        }));
        await process.EmitAsync(new Happened("Counted", "x", 1));
        rig.Clock.Advance(TimeSpan.FromDays(1));

        await process.DrainAsync();

        Assert.Equal((false, rig.Clock.GetUtcNow()), (seen?.Caller.IsSignedIn, seen?.Now));
    }
}
