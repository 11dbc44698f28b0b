using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Flow;

/// <summary>An action runs once at each tick of its schedule, or is still due.</summary>
public sealed class ScheduledActionTests(PostgresServer server)
{
    private static readonly Statement Tick = new("insert into effects (kind, subject) values ('tick', 'shed')");
    private static readonly Refusal NotReady = new("not-ready-yet", 422, "It is too early.");

    [Theory]
    [InlineData(DatabaseKind.Sqlite, 1)]
    [InlineData(DatabaseKind.Postgres, 4)]
    public async Task Each_tick_is_done_once_however_many_processes_there_are(DatabaseKind kind, int count)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var processes = Enumerable.Range(0, count).Select(_ => rig.Process(Hourly(DoAsync), Nothing)).ToArray();
        await processes[0].DrainAsync();
        for (var hour = 0; hour < 5; hour++)
        {
            rig.Clock.Advance(TimeSpan.FromHours(1));
            await Task.WhenAll(processes.Select(process => process.DrainAsync()));
        }

        await rig.DrainAsync(processes[0]);
        Assert.Equal("tick tick tick tick tick", await rig.EffectsAsync("shed"));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task One_that_is_refused_leaves_nothing_and_is_tried_again(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var isReady = false;
        var process = rig.Process(Hourly(async work => await DoAsync(work) ?? (isReady ? null : NotReady)), Nothing);
        await process.DrainAsync();
        rig.Clock.Advance(TimeSpan.FromHours(1));
        await process.DrainAsync();
        Assert.Empty(await rig.EffectsAsync("shed"));

        isReady = true;
        await process.DrainAsync();
        Assert.Empty(await rig.EffectsAsync("shed"));
        rig.Clock.Advance(TimeSpan.FromMinutes(1));
        await process.DrainAsync();
        Assert.Equal("tick", await rig.EffectsAsync("shed"));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_schedule_that_was_changed_keeps_to_its_new_times(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        await rig.Process(On(Every.Month(1, default, "UTC")), Nothing).DrainAsync();
        var sooner = rig.Process(On(Every.Period(TimeSpan.FromHours(2))), Nothing);
        await sooner.DrainAsync();
        rig.Clock.Advance(TimeSpan.FromHours(2));
        await sooner.DrainAsync();
        Assert.Equal("tick", await rig.EffectsAsync("shed"));

        var later = rig.Process(On(Every.Month(1, default, "UTC")), Nothing);
        await later.DrainAsync();
        rig.Clock.Advance(TimeSpan.FromHours(2));
        await later.DrainAsync();
        Assert.Equal("tick", await rig.EffectsAsync("shed"));
    }

    private static Probe Nothing => new(one => one.Does(Probe.Step.First, "tick", Probe.Step.Done));

    private static FlowSchedule Hourly(Func<UnitOfWork, Task<Refusal?>> action) =>
        FlowSchedule.Of("Shed.Mark", Every.Period(TimeSpan.FromHours(1)), action);

    private static FlowSchedule On(Func<DateTimeOffset, DateTimeOffset> next) => FlowSchedule.Of("Shed.Mark", next, DoAsync);

    private static async Task<Refusal?> DoAsync(UnitOfWork work)
    {
        await work.Session.ExecuteAsync(Tick);
        return null;
    }
}
