using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Flow;

/// <summary>Somebody moves, ends or takes over an instance while a worker has it.</summary>
public sealed class RaceTests(PostgresServer server)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static readonly Statement ExpireLeases = new("delete from ashlar_flow_workers");
    private static readonly Statement SelectStatus = new("select status from ashlar_flow_instances where id = $1");
    private static readonly Statement SetRetry = new("update ashlar_flow_tokens set retry_at = $1");
    private static readonly Statement SetDue = new("update ashlar_flow_queue set due_at = $1, stamp = stamp + 1");

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task An_instance_that_is_cancelled_during_its_call_stays_cancelled_and_the_worker_goes_on(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var (frozen, thawed) = (new TaskCompletionSource(), new TaskCompletionSource());
        rig.Gateway.Freeze = () => FreezeAsync(frozen, thawed);
        rig.Gateway.Answer = _ => new Failed<string>("GatewayDown", IsTransient: true);
        var process = rig.Process(new Probe(probe => probe.Charges(
            Probe.Step.First, new(Effect.Idempotent, TimeSpan.FromMinutes(1), 9, TimeSpan.FromHours(1)), Probe.Step.Done)));

        await CancelAsync(rig, process, frozen, thawed);
    }

    [Fact]
    public async Task An_instance_that_is_cancelled_during_a_turn_stays_cancelled_and_the_worker_goes_on()
    {
        // SQLite lets nobody write during a turn.
        await using var rig = await FlowRig.CreateAsync(DatabaseKind.Postgres, server);
        var (frozen, thawed) = (new TaskCompletionSource(), new TaskCompletionSource());
        var process = rig.Process(new Probe(probe => probe.Does(Probe.Step.First, async turn =>
        {
            await FreezeAsync(frozen, thawed);
            await Probe.NoteAsync(turn.Work, "did", turn.State.Name);
            return turn.Go(Probe.Step.Done);
        })));

        await CancelAsync(rig, process, frozen, thawed);
    }

    [Fact]
    public async Task Who_cancels_an_instance_that_has_just_moved_cancels_it_where_it_stands_now()
    {
        await using var rig = await FlowRig.CreateAsync(DatabaseKind.Postgres, server);
        var process = rig.Process(new Probe(probe =>
        {
            probe.Does(Probe.Step.First, turn => new(turn.Go(Probe.Step.Second)));
            probe.Waits(Probe.Step.Second, Day, Probe.Step.Done, Probe.Step.Other, "A");
        }));
        var instance = await FlowRig.StartAsync(process, "x");

        var attempts = 0;
        var refusal = await process.TransactAsync(async work =>
        {
            await work.Session.OneAsync(SelectStatus, rows => rows.Text(0), instance);
            if (++attempts == 1)
            {
                await process.DrainAsync();
            }

            return await work.CancelInstanceAsync(instance, "not wanted");
        });

        Assert.Equal((null, 2), (refusal, attempts));
        Assert.Equal("not wanted", await rig.OutcomeAsync(instance));
        await FlowInvariants.HoldAsync(rig);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_worker_that_gives_back_late_leaves_what_the_token_waits_for_with_another_one(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var process = rig.Process(new Probe(probe =>
        {
            probe.Does(Probe.Step.First, turn => new(turn.Go(Probe.Step.Second)));
            probe.Waits(Probe.Step.Second, Day, Probe.Step.Done, Probe.Step.Other, "A");
        }));
        var queue = process.Service<FlowQueue>();
        var instance = await FlowRig.StartAsync(process, "x");
        var late = Assert.Single(await queue.ClaimAsync(1, [], TestContext.Current.CancellationToken));
        await rig.TellAsync(ExpireLeases);
        rig.Clock.Advance(TimeSpan.FromMinutes(1));
        await process.DrainAsync();
        Assert.Equal("Second:Waiting", await rig.StandsAsync(instance));

        await queue.ParkAsync(late, Fate.Idle, TestContext.Current.CancellationToken);
        await FlowRig.SignalAsync(process, "A", "x");
        await rig.DrainAsync(process);

        Assert.Equal(("Done", "A"), (await rig.OutcomeAsync(instance), await rig.EffectsAsync("x")));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_token_that_tried_again_and_waits_is_not_due_at_once(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var cancellation = TestContext.Current.CancellationToken;
        var process = rig.Process(new Probe(
            probe => probe.Waits(Probe.Step.First, Day, Probe.Step.Done, Probe.Step.Other, "A")));
        var queue = process.Service<FlowQueue>();
        var instance = await FlowRig.StartAsync(process, "x");
        await rig.DrainAsync(process);
        await rig.TellAsync(SetRetry, rig.Clock.GetUtcNow());
        await rig.TellAsync(SetDue, rig.Clock.GetUtcNow());
        rig.Clock.Advance(TimeSpan.FromSeconds(1));

        var claimed = Assert.Single(await queue.ClaimAsync(1, [], cancellation));
        await process.Service<TokenRunner>().RunAsync(claimed, cancellation, cancellation);

        Assert.Empty(await queue.ClaimAsync(1, [], cancellation));
        rig.Clock.Advance(Day);
        await rig.DrainAsync(process);
        Assert.Equal("Other", await rig.OutcomeAsync(instance));
    }

    private static async Task CancelAsync(
        FlowRig rig, FlowProcess process, TaskCompletionSource frozen, TaskCompletionSource thawed)
    {
        var instance = await FlowRig.StartAsync(process, "x");
        var drained = process.DrainAsync();
        await frozen.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Null(await process.TransactAsync(work => work.CancelInstanceAsync(instance, "not wanted")));
        thawed.SetResult();
        await drained;

        Assert.Equal(("not wanted", ""), (await rig.OutcomeAsync(instance), await rig.EffectsAsync("x")));
        Assert.DoesNotContain(process.Logged, line => line.StartsWith("Critical", StringComparison.Ordinal));
        Assert.Contains(process.Logged, line => line.Contains("by somebody else", StringComparison.Ordinal));
        await FlowInvariants.HoldAsync(rig);
    }

    private static async Task FreezeAsync(TaskCompletionSource frozen, TaskCompletionSource thawed)
    {
        frozen.TrySetResult();
        await thawed.Task;
    }
}
