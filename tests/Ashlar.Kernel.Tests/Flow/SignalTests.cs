using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Flow;

/// <summary>What instances wait for comes early, late, twice, or at the moment at which they give up.</summary>
public sealed class SignalTests(PostgresServer server)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static readonly Statement CountOpen = new("select count(*) from ashlar_flow_signals where consumed_by is null");

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_signal_that_comes_early_is_kept_and_one_that_comes_twice_is_one(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var process = rig.Process(Waiting());
        await FlowRig.SignalAsync(process, "A", "x", id: "1");
        await FlowRig.SignalAsync(process, "A", "x", id: "1");
        await process.DrainAsync();

        var instance = await FlowRig.StartAsync(process, "x");
        await rig.DrainAsync(process);

        Assert.Equal("Second:Waiting", await rig.StandsAsync(instance));
        Assert.Equal("A", await rig.EffectsAsync("x"));
        Assert.Equal([0L], await rig.AskAsync(CountOpen, rows => rows.Long(0)));
        await FlowInvariants.HoldAsync(rig);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_signal_that_comes_late_or_for_somebody_else_moves_nothing(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var process = rig.Process(Waiting());
        var instance = await FlowRig.StartAsync(process, "x");
        await FlowRig.SignalAsync(process, "A", "y");
        await FlowRig.SignalAsync(process, "C", "x");
        await rig.DrainAsync(process);
        Assert.Equal("First:Waiting", await rig.StandsAsync(instance));

        rig.Clock.Advance(Day);
        await rig.DrainAsync(process);
        await FlowRig.SignalAsync(process, "A", "x");
        await rig.DrainAsync(process);

        Assert.Equal("Other", await rig.OutcomeAsync(instance));
        Assert.Equal("late", await rig.EffectsAsync("x"));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task At_the_moment_at_which_it_gives_up_an_instance_hears_or_gives_up_and_never_both(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var process = rig.Process(new Probe(
            probe => probe.Waits(Probe.Step.First, Day, Probe.Step.Done, Probe.Step.Other, "A")));
        var instances = new List<Guid>();
        for (var i = 0; i < 30; i++)
        {
            instances.Add(await FlowRig.StartAsync(process, $"{i}"));
        }

        await rig.DrainAsync(process);
        rig.Clock.Advance(Day);
        await Task.WhenAll(
            process.DrainAsync(),
            Task.WhenAll(Enumerable.Range(0, 30).Select(i => FlowRig.SignalAsync(process, "A", $"{i}"))));
        await rig.DrainAsync(process);

        for (var i = 0; i < 30; i++)
        {
            Assert.Equal(await rig.OutcomeAsync(instances[i]) == "Done" ? "A" : "late", await rig.EffectsAsync($"{i}"));
        }

        await FlowInvariants.HoldAsync(rig);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_is_heard_at_every_step_ends_branches_and_waits_once(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var process = rig.Process(new Probe(probe =>
        {
            probe.Interrupted("Stop", Probe.Step.Other);
            probe.Forks(Probe.Step.First, [Probe.Step.Second, Probe.Step.Third], 2, Probe.Step.Done);
            probe.Waits(Probe.Step.Second, Day, Probe.Step.Done, Probe.Step.Done, "A");
            probe.Waits(Probe.Step.Third, Day, Probe.Step.Done, Probe.Step.Done, "B");
        }));
        var instance = await FlowRig.StartAsync(process, "x");
        await Fork(rig, process, instance);

        await FlowRig.SignalAsync(process, "Stop", "x");
        await FlowRig.SignalAsync(process, "Stop", "x");
        await rig.DrainAsync(process);

        Assert.Equal(("Other", "Stop"), (await rig.OutcomeAsync(instance), await rig.EffectsAsync("x")));
        await FlowInvariants.HoldAsync(rig);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task The_first_branch_may_be_enough(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var process = rig.Process(new Probe(probe =>
        {
            probe.Forks(Probe.Step.First, [Probe.Step.Second, Probe.Step.Third], 1, Probe.Step.Done);
            probe.Does(Probe.Step.Second, turn => new(turn.Join()));
            probe.Waits(Probe.Step.Third, Day, Probe.Step.Done, Probe.Step.Done, "B");
        }));

        var instance = await FlowRig.StartAsync(process, "x");
        await rig.DrainAsync(process);
        await FlowRig.SignalAsync(process, "B", "x");
        await rig.DrainAsync(process);

        Assert.Equal(("Done", "joined"), (await rig.OutcomeAsync(instance), await rig.EffectsAsync("x")));
        await FlowInvariants.HoldAsync(rig);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task The_limit_of_the_whole_ends_a_wait_that_would_go_on(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var process = rig.Process(new Probe(probe =>
        {
            probe.Limits(Day / 2, Probe.Step.Undo);
            probe.Does(Probe.Step.First, "did", Probe.Step.Second);
            probe.Undoes(Probe.Step.First, "undid");
            probe.Waits(Probe.Step.Second, Day, Probe.Step.Done, Probe.Step.Done, "A");
            probe.UndoesAll(Probe.Step.Undo, Probe.Step.Other);
        }));
        var instance = await FlowRig.StartAsync(process, "x");
        await rig.DrainAsync(process);

        rig.Clock.Advance(Day / 2);
        await rig.DrainAsync(process);

        Assert.Equal(("Other", "did overdue undid"), (await rig.OutcomeAsync(instance), await rig.EffectsAsync("x")));
        await FlowInvariants.HoldAsync(rig);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, Again.Joins)]
    [InlineData(DatabaseKind.Postgres, Again.Joins)]
    [InlineData(DatabaseKind.Sqlite, Again.Refused)]
    [InlineData(DatabaseKind.Postgres, Again.Refused)]
    [InlineData(DatabaseKind.Sqlite, Again.Replaces)]
    [InlineData(DatabaseKind.Postgres, Again.Replaces)]
    public async Task One_instance_runs_for_a_key(DatabaseKind kind, Again again)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var probe = new Probe(one => one.Waits(Probe.Step.First, Day, Probe.Step.Done, Probe.Step.Other, "A"), again);
        var process = rig.Process(probe);
        var first = await FlowRig.StartAsync(process, "x");
        await rig.DrainAsync(process);

        var starts = await Task.WhenAll(Enumerable.Range(0, 5).Select(
            _ => process.TransactAsync(work => probe.StartAsync(work, "x", new("x")))));
        await rig.DrainAsync(process);

        Assert.All(starts, start => Assert.Equal(again == Again.Refused, start.Refusal is not null));
        Assert.All(starts, start => Assert.Equal(again == Again.Replaces, start.IsNew));
        Assert.Equal(again == Again.Replaces ? "replaced" : "Running", await rig.OutcomeAsync(first));
        await FlowRig.SignalAsync(process, "A", "x");
        await rig.DrainAsync(process);
        Assert.Equal("A", await rig.EffectsAsync("x"));
        await FlowInvariants.HoldAsync(rig);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task An_instance_that_another_one_starts_ends_or_is_given_up_with_it(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var child = new Probe(
            probe => probe.Waits(Probe.Step.First, Day * 9, Probe.Step.Done, Probe.Step.Other, "A"), name: "Child");
        var process = rig.Process(
            new Probe(probe => probe.Runs(Probe.Step.First, child, Day, Probe.Step.Done, Probe.Step.Other)), child);
        var (heard, late) = (await FlowRig.StartAsync(process, "x"), await FlowRig.StartAsync(process, "y"));
        await rig.DrainAsync(process);
        await FlowRig.SignalAsync(process, child, "A", "x");
        await rig.DrainAsync(process);
        Assert.Equal(("Done", "A child:Done"), (await rig.OutcomeAsync(heard), await rig.EffectsAsync("x")));

        rig.Clock.Advance(Day);
        await rig.DrainAsync(process);
        await FlowRig.SignalAsync(process, child, "A", "y");
        await rig.DrainAsync(process);
        Assert.Equal(("Other", "late"), (await rig.OutcomeAsync(late), await rig.EffectsAsync("y")));
        await FlowInvariants.HoldAsync(rig);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_second_fork_waits_for_its_own_branches(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var process = rig.Process(new Probe(probe =>
        {
            probe.Forks(Probe.Step.First, [Probe.Step.Second], 1, Probe.Step.Undo);
            probe.Does(Probe.Step.Second, turn => new(turn.Join()));
            probe.Forks(Probe.Step.Undo, [Probe.Step.Second, Probe.Step.Third], 2, Probe.Step.Done);
            probe.Waits(Probe.Step.Third, Day, Probe.Step.Second, Probe.Step.Second, "A");
        }));
        var instance = await FlowRig.StartAsync(process, "x");
        await rig.DrainAsync(process);
        Assert.Equal("Third:Waiting Undo:Waiting", await rig.StandsAsync(instance));

        await FlowRig.SignalAsync(process, "A", "x");
        await rig.DrainAsync(process);

        Assert.Equal(("Done", "A joined joined"), (await rig.OutcomeAsync(instance), await rig.EffectsAsync("x")));
        await FlowInvariants.HoldAsync(rig);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Who_joins_an_instance_that_runs_goes_on_when_it_ends(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var child = new Probe(
            probe => probe.Waits(Probe.Step.First, Day * 9, Probe.Step.Done, Probe.Step.Other, "A"), name: "Child");
        var process = rig.Process(
            new Probe(probe => probe.Runs(Probe.Step.First, child, Day, Probe.Step.Done, Probe.Step.Other)), child);
        await process.TransactAsync(work => child.StartAsync(work, "x", new("x")));
        var joined = await FlowRig.StartAsync(process, "x");
        await rig.DrainAsync(process);
        Assert.Equal("First:Waiting", await rig.StandsAsync(joined));

        await FlowRig.SignalAsync(process, child, "A", "x");
        await rig.DrainAsync(process);

        Assert.Equal(("Done", "A child:Done"), (await rig.OutcomeAsync(joined), await rig.EffectsAsync("x")));
        await FlowInvariants.HoldAsync(rig);
    }

    private static async Task Fork(FlowRig rig, FlowProcess process, Guid instance)
    {
        await rig.DrainAsync(process);
        Assert.Equal("First:Waiting Second:Waiting Third:Waiting", await rig.StandsAsync(instance));
    }

    private static Probe Waiting() => new(probe =>
    {
        probe.Waits(Probe.Step.First, Day, Probe.Step.Second, Probe.Step.Other, "A", "B");
        probe.Waits(Probe.Step.Second, Day, Probe.Step.Done, Probe.Step.Other, "A");
    });
}
