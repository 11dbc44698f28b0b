using Ashlar.Kernel.Tests.Data;
using Ashlar.Kernel.Tests.Events;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Flow;

/// <summary>A process dies at each of its steps at the database, and another one ends what it began.</summary>
public sealed class CrashTests(PostgresServer server)
{
    private static readonly Statement ExpireLeases = new("delete from ashlar_flow_workers");

    [Theory]
    [InlineData(DatabaseKind.Sqlite, true)]
    [InlineData(DatabaseKind.Sqlite, false)]
    [InlineData(DatabaseKind.Postgres, true)]
    [InlineData(DatabaseKind.Postgres, false)]
    public async Task A_process_may_die_anywhere_on_the_way_to_the_end(DatabaseKind kind, bool isTaken)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var deaths = await DieEverywhereAsync(rig, isTaken, async (process, order) =>
        {
            await process.DrainAsync();
            if ((await rig.StandsAsync(order.Instance)) == "Pack:Waiting")
            {
                await FlowRig.PackAsync(order.Survivor, order.Tracking);
            }

            await FlowRig.SignalAsync(order.Survivor, "ParcelDelivered", order.Tracking, id: order.Name);
            rig.Clock.Advance(TimeSpan.FromSeconds(30));
            await process.DrainAsync();
        });

        Assert.True(deaths > 60, $"it died {deaths} times");
        for (var i = 1; i <= deaths; i++)
        {
            Assert.Equal("deliver notify print reserve", await rig.EffectsAsync($"A{i}"));
        }

        Assert.Equal(
            Enumerable.Range(1, deaths + 1).Select(i => $"charge A{i}").Order(), rig.Gateway.Done.Values.Order());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, true)]
    [InlineData(DatabaseKind.Sqlite, false)]
    [InlineData(DatabaseKind.Postgres, true)]
    [InlineData(DatabaseKind.Postgres, false)]
    public async Task A_process_may_die_anywhere_on_the_way_back(DatabaseKind kind, bool isTaken)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var deaths = await DieEverywhereAsync(rig, isTaken, async (process, order) =>
        {
            await process.DrainAsync();
            await FlowRig.SignalAsync(order.Survivor, "OrderCancelled", order.Name, id: order.Name);
            rig.Clock.Advance(TimeSpan.FromSeconds(30));
            await process.DrainAsync();
        });

        Assert.True(deaths > 40, $"it died {deaths} times");
        for (var i = 1; i <= deaths; i++)
        {
            Assert.Equal("release reserve", await rig.EffectsAsync($"A{i}"));
        }

        Assert.Equal(
            Enumerable.Range(1, deaths + 1).SelectMany(i => new[] { $"charge A{i}", $"refund receipt of charge A{i}" }).Order(),
            rig.Gateway.Done.Values.Order());
    }

    /// <summary>Plays a story once for each step that a process takes in it, which is its last; how often it died.</summary>
    private static async Task<int> DieEverywhereAsync(FlowRig rig, bool isTaken, Func<FlowProcess, Order, Task> play)
    {
        var survivor = rig.Process();
        for (var lastStep = 1; ; lastStep++)
        {
            var name = $"A{lastStep}";
            var order = new Order(await FlowRig.FulfilAsync(survivor, name), name, $"T{lastStep}", survivor);
            var mortal = new MortalDatabase(Database.Open(rig.ConnectionString), lastStep, isTaken);
            await DieAsync(() => play(rig.Process(mortal), order));
            await FlowInvariants.HoldAsync(rig);

            for (var day = 0; day < 3 && await rig.OutcomeAsync(order.Instance) == "Running"; day++)
            {
                await rig.TellAsync(ExpireLeases);
                rig.Clock.Advance(TimeSpan.FromMinutes(1));
                await play(survivor, order);
                await FlowInvariants.HoldAsync(rig);
            }

            Assert.True(
                await rig.OutcomeAsync(order.Instance) is "Done" or "Cancelled",
                $"{lastStep}: {await rig.StandsAsync(order.Instance)}\n{await rig.JournalAsync(order.Instance)}");
            if (!mortal.IsDead)
            {
                return lastStep - 1;
            }
        }
    }

    // Whoever drains a dead process learns that it is dead.
    private static async Task DieAsync(Func<Task> live)
    {
        try
        {
            await live();
        }
        catch (System.Data.Common.DbException)
        {
            // As meant.
        }
    }

    private sealed record Order(Guid Instance, string Name, string Tracking, FlowProcess Survivor);
}
