using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Flow;

/// <summary>A schedule starts one instance for each tick.</summary>
public sealed class ScheduleTests(PostgresServer server)
{
    private static readonly Statement CountInstances = new("select count(*) from ashlar_flow_instances");

    [Theory]
    [InlineData(DatabaseKind.Sqlite, 1)]
    [InlineData(DatabaseKind.Postgres, 5)]
    public async Task Each_tick_has_one_instance_however_many_processes_there_are(DatabaseKind kind, int count)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var probe = new Probe(one => one.Does(Probe.Step.First, "tick", Probe.Step.Done));
        var processes = Enumerable.Range(0, count).Select(_ => rig.Process(Hourly(probe), probe)).ToArray();
        await processes[0].DrainAsync();

        for (var hour = 0; hour < 10; hour++)
        {
            rig.Clock.Advance(TimeSpan.FromHours(1));
            await Task.WhenAll(processes.Select(process => process.DrainAsync()));
        }

        await rig.DrainAsync(processes[0]);
        Assert.Equal([10L], await rig.AskAsync(CountInstances, rows => rows.Long(0)));
        Assert.Equal(string.Join(' ', Enumerable.Repeat("tick", 10)), await rig.EffectsAsync("hourly"));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, Missed.RunAll, 5)]
    [InlineData(DatabaseKind.Postgres, Missed.RunAll, 5)]
    [InlineData(DatabaseKind.Sqlite, Missed.RunLast, 1)]
    [InlineData(DatabaseKind.Postgres, Missed.RunLast, 1)]
    [InlineData(DatabaseKind.Sqlite, Missed.Skip, 0)]
    [InlineData(DatabaseKind.Postgres, Missed.Skip, 0)]
    public async Task Ticks_that_were_missed_are_made_up_for_as_declared(DatabaseKind kind, Missed missed, int expected)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var probe = new Probe(one => one.Does(Probe.Step.First, "tick", Probe.Step.Done));
        var process = rig.Process(Hourly(probe) with { Missed = missed }, probe);
        await process.DrainAsync();

        rig.Clock.Advance(TimeSpan.FromHours(5) + TimeSpan.FromMinutes(30));
        await rig.DrainAsync(process);

        Assert.Equal([(long)expected], await rig.AskAsync(CountInstances, rows => rows.Long(0)));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, Overlap.Skip, 1)]
    [InlineData(DatabaseKind.Postgres, Overlap.Skip, 1)]
    [InlineData(DatabaseKind.Sqlite, Overlap.Wait, 2)]
    [InlineData(DatabaseKind.Postgres, Overlap.Wait, 2)]
    public async Task A_tick_during_the_instance_of_another_one_is_left_out_or_waits(
        DatabaseKind kind, Overlap overlap, int expected)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var probe = new Probe(
            one => one.Waits(Probe.Step.First, TimeSpan.FromMinutes(90), Probe.Step.Done, Probe.Step.Done, "A"));
        var process = rig.Process(Hourly(probe) with { Overlap = overlap, Missed = Missed.RunAll }, probe);
        await process.DrainAsync();
        foreach (var minutes in (int[])[60, 60, 30])
        {
            rig.Clock.Advance(TimeSpan.FromMinutes(minutes));
            await rig.DrainAsync(process);
        }

        Assert.Equal([(long)expected], await rig.AskAsync(CountInstances, rows => rows.Long(0)));
    }

    [Fact]
    public void Ticks_follow_the_calendar()
    {
        // In Paris the clock goes from 2 to 3 on 29 March 2026, and from 3 to 2 on 25 October.
        Assert.Equal(
            ["2026-03-28T01:30Z", "2026-03-29T01:00Z", "2026-03-30T00:30Z"],
            Ticks(Every.Day(new(2, 30), "Europe/Paris"), "2026-03-27T12:00Z", 3));
        Assert.Equal(
            ["2026-10-24T00:30Z", "2026-10-25T00:30Z", "2026-10-26T01:30Z"],
            Ticks(Every.Day(new(2, 30), "Europe/Paris"), "2026-10-23T12:00Z", 3));
        Assert.Equal(
            ["2028-01-31T00:00Z", "2028-02-29T00:00Z", "2028-03-31T00:00Z"],
            Ticks(Every.Month(31, default, "UTC"), "2028-01-15T00:00Z", 3));
        Assert.Equal(
            ["2026-03-02T09:00Z", "2026-03-09T09:00Z"],
            Ticks(Every.Week(DayOfWeek.Monday, new(9, 0), "UTC"), "2026-03-01T12:00Z", 2));
    }

    private static IEnumerable<string> Ticks(Func<DateTimeOffset, DateTimeOffset> next, string after, int count)
    {
        var at = DateTimeOffset.Parse(after, System.Globalization.CultureInfo.InvariantCulture);
        return Enumerable.Range(0, count).Select(_ => $"{at = next(at):yyyy-MM-dd'T'HH:mm'Z'}").ToList();
    }

    private static FlowSchedule Hourly(Probe probe) => new(
        "hourly", Every.Period(TimeSpan.FromHours(1)),
        (work, _) => probe.StartAsync(work, "hourly", new("hourly")));
}
