using System.Text.Json;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;
using Npgsql;

namespace Ashlar.Kernel.Tests.Flow;

/// <summary>What becomes of outside calls that fail, or whose outcome nobody knows.</summary>
public sealed class CallTests(PostgresServer server)
{
    private static readonly Statement ExpireLeases = new("delete from ashlar_flow_workers");
    private static readonly Statement SelectIncident = new(
        "select token_id, class from ashlar_flow_incidents where resolution is null");

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_transient_failure_is_tried_again_with_the_same_key(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        rig.Gateway.Answer = call => call < 3 ? new Failed<string>("GatewayDown", IsTransient: true) : null;
        var process = rig.Process(Charging(Effect.Once, attempts: 3));

        await FlowRig.StartAsync(process, "x");
        await rig.DrainAsync(process);
        await rig.DrainAsync(process);

        Assert.Equal("receipt of charge x", await rig.EffectsAsync("x"));
        Assert.Equal((3, 1), (rig.Gateway.Calls, rig.Gateway.Keys.Distinct().Count()));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Attempts_that_are_used_up_and_failures_that_stay_go_their_own_way(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        rig.Gateway.Answer = _ => new Failed<string>("GatewayDown", IsTransient: true);
        var process = rig.Process(Charging(Effect.Idempotent, attempts: 2));
        await FlowRig.StartAsync(process, "x");
        await rig.DrainAsync(process);
        await rig.DrainAsync(process);
        Assert.Equal(("failed", 2), (await rig.EffectsAsync("x"), rig.Gateway.Calls));

        rig.Gateway.Answer = _ => new Failed<string>("CardDeclined");
        await FlowRig.StartAsync(process, "y");
        await rig.DrainAsync(process);
        Assert.Equal(("CardDeclined", 3), (await rig.EffectsAsync("y"), rig.Gateway.Calls));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, Effect.Idempotent, "receipt of charge x", 2)]
    [InlineData(DatabaseKind.Postgres, Effect.Idempotent, "receipt of charge x", 2)]
    [InlineData(DatabaseKind.Sqlite, Effect.Reconcilable, "found", 1)]
    [InlineData(DatabaseKind.Postgres, Effect.Reconcilable, "found", 1)]
    [InlineData(DatabaseKind.Sqlite, Effect.Once, "unknown", 1)]
    [InlineData(DatabaseKind.Postgres, Effect.Once, "unknown", 1)]
    public async Task A_call_that_was_done_but_not_answered_is_never_done_twice(
        DatabaseKind kind, Effect effect, string noted, int calls)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        rig.Gateway.Lose = call => call == 1;
        var process = rig.Process(Charging(effect, attempts: 3));

        await FlowRig.StartAsync(process, "x");
        await rig.DrainAsync(process);
        await rig.DrainAsync(process);

        Assert.Equal(noted, await rig.EffectsAsync("x"));
        Assert.Equal("charge x", Assert.Single(rig.Gateway.Done).Value);
        Assert.Equal(calls, rig.Gateway.Calls);
        await FlowInvariants.HoldAsync(rig);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_question_that_fails_says_nothing_of_the_call_and_is_asked_again(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        rig.Gateway.Lose = _ => true;
        rig.Gateway.AnswerQuestion = question => question < 4 ? new Failed<string>("GatewayDown", IsTransient: true) : null;
        var process = rig.Process(Charging(Effect.Reconcilable, attempts: 1));

        await FlowRig.StartAsync(process, "x");
        for (var i = 0; i < 5; i++)
        {
            await rig.DrainAsync(process);
            rig.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(("found", 1), (await rig.EffectsAsync("x"), rig.Gateway.Calls));
        await FlowInvariants.HoldAsync(rig);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_question_is_not_asked_for_ever(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        rig.Gateway.Lose = _ => true;
        rig.Gateway.AnswerQuestion = _ => throw new HttpRequestException("Nobody is there.");
        var process = rig.Process(Charging(Effect.Reconcilable, attempts: 3));

        await FlowRig.StartAsync(process, "x");
        await rig.DrainAsync(process);
        Assert.Equal("", await rig.EffectsAsync("x"));
        rig.Clock.Advance(TimeSpan.FromHours(1));
        await rig.DrainAsync(process);

        Assert.Equal(("unknown", 1), (await rig.EffectsAsync("x"), rig.Gateway.Calls));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_value_that_breaks_a_bound_is_seen_before_the_call_and_not_tried_again(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        rig.Gateway.Answer = _ => throw new OverflowException();
        var process = rig.Process(Charging(Effect.Idempotent, attempts: 3));

        await FlowRig.StartAsync(process, "x");
        await rig.DrainAsync(process);

        Assert.Equal(("out-of-range", 1), (await rig.EffectsAsync("x"), rig.Gateway.Calls));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task An_operator_retries_skips_and_cancels_what_stopped(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var process = rig.Process(new Probe(probe => probe.Charges(
            Probe.Step.First, new(Effect.Once, TimeSpan.FromSeconds(5), 3, TimeSpan.FromHours(1)), Probe.Step.Done)));
        var operating = new Caller(Guid.CreateVersion7(), []);
        foreach (var name in (string[])["retried", "skipped", "cancelled"])
        {
            rig.Gateway.Lose = _ => true;
            var instance = await FlowRig.StartAsync(process, name);
            await rig.DrainAsync(process);
            Assert.Equal("First:Incident", await rig.StandsAsync(instance));
            var (token, cause) = Assert.Single(await rig.AskAsync(SelectIncident, rows => (rows.Uuid(0), rows.Text(1))));
            Assert.Equal("unknown", cause);
            rig.Gateway.Lose = _ => name != "retried";
            using var value = JsonDocument.Parse("\"by hand\"");
            var refusal = await process.TransactAsync(
                work => name switch
                {
                    "retried" => work.RetryAsync(token, "asked them"),
                    "skipped" => work.SkipAsync(token, value.RootElement, "paid in cash"),
                    _ => work.CancelInstanceAsync(instance, "not wanted"),
                },
                operating);
            Assert.Null(refusal);
            await rig.DrainAsync(process);
            Assert.Equal(name == "cancelled" ? "not wanted" : "Done", await rig.OutcomeAsync(instance));
            await FlowInvariants.HoldAsync(rig);
        }

        Assert.Equal("receipt of charge retried", await rig.EffectsAsync("retried"));
        Assert.Equal("by hand", await rig.EffectsAsync("skipped"));
        Assert.Equal("", await rig.EffectsAsync("cancelled"));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_step_that_always_fails_stops_and_nothing_of_it_is_kept(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var process = rig.Process(new Probe(probe => probe.Does(Probe.Step.First, async turn =>
        {
            await Probe.NoteAsync(turn, "poison", Probe.Step.Done);
            throw new InvalidDataException();
        })));
        var instance = await FlowRig.StartAsync(process, "x");
        for (var i = 0; i < 6; i++)
        {
            await rig.DrainAsync(process);
        }

        Assert.Equal("First:Incident", await rig.StandsAsync(instance));
        Assert.Equal("", await rig.EffectsAsync("x"));
        Assert.Equal(
            "start@First failed@First failed@First failed@First failed@First incident@First", await rig.JournalAsync(instance));
        await FlowInvariants.HoldAsync(rig);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_stops_when_the_time_is_over_keeps_nothing_and_stops_once(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var process = rig.Process(new Probe(probe =>
        {
            probe.Limits(TimeSpan.FromHours(1), async turn =>
            {
                await Probe.NoteAsync(turn, "noted", Probe.Step.Done);
                return turn.Incident("look into it");
            });
            probe.Waits(Probe.Step.First, TimeSpan.FromDays(1), Probe.Step.Done, Probe.Step.Other, "A");
        }));
        var instance = await FlowRig.StartAsync(process, "x");
        await rig.DrainAsync(process);

        rig.Clock.Advance(TimeSpan.FromHours(1));
        await rig.DrainAsync(process);
        await rig.DrainAsync(process);

        Assert.Equal(("First:Incident", ""), (await rig.StandsAsync(instance), await rig.EffectsAsync("x")));
        Assert.Equal("start@First enter@First incident@First", await rig.JournalAsync(instance));
        var (token, _) = Assert.Single(await rig.AskAsync(SelectIncident, rows => (rows.Uuid(0), rows.Text(1))));
        Assert.Null(await process.TransactAsync(work => work.RetryAsync(token, "go on")));
        await FlowRig.SignalAsync(process, "A", "x");
        await rig.DrainAsync(process);
        Assert.Equal(("Done", "A"), (await rig.OutcomeAsync(instance), await rig.EffectsAsync("x")));
        await FlowInvariants.HoldAsync(rig);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_step_that_takes_processes_down_stops(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var process = rig.Process(Charging(Effect.Idempotent, attempts: 100));
        var instance = await FlowRig.StartAsync(process, "x");
        for (var i = 0; i <= 10; i++)
        {
            await process.Service<FlowQueue>().ClaimAsync(1, [], TestContext.Current.CancellationToken);
            await rig.TellAsync(ExpireLeases);
            rig.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await rig.DrainAsync(process);
        Assert.Equal("First:Incident", await rig.StandsAsync(instance));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_call_whose_last_attempt_nobody_answered_is_not_said_to_have_failed(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        rig.Gateway.Lose = _ => true;
        var process = rig.Process(Charging(Effect.Idempotent, attempts: 2));
        await FlowRig.StartAsync(process, "x");
        await rig.DrainAsync(process);
        await rig.DrainAsync(process);
        Assert.Equal(("unknown", 2), (await rig.EffectsAsync("x"), rig.Gateway.Calls));

        await FlowRig.StartAsync(process, "y");
        await process.DrainAsync();
        rig.Clock.Advance(TimeSpan.FromHours(1));
        await rig.DrainAsync(process);
        Assert.Equal(("unknown", 3), (await rig.EffectsAsync("y"), rig.Gateway.Calls));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, Effect.Idempotent, "receipt of charge x", 2)]
    [InlineData(DatabaseKind.Postgres, Effect.Idempotent, "receipt of charge x", 2)]
    [InlineData(DatabaseKind.Sqlite, Effect.Reconcilable, "found", 1)]
    [InlineData(DatabaseKind.Postgres, Effect.Reconcilable, "found", 1)]
    public async Task A_call_that_was_done_and_cannot_be_kept_stops_and_is_asked_about_before_it_is_made_again(
        DatabaseKind kind, Effect effect, string noted, int calls)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        await rig.TellAsync(new("create unique index effects_subject on effects (subject)"));
        await rig.TellAsync(new("insert into effects (kind, subject) values ('in the way', 'x')"));
        var process = rig.Process(Charging(effect, attempts: 3));
        var instance = await FlowRig.StartAsync(process, "x");
        await rig.DrainAsync(process);
        await rig.DrainAsync(process);
        Assert.Equal(("First:Incident", 1), (await rig.StandsAsync(instance), rig.Gateway.Calls));

        await rig.TellAsync(new("delete from effects"));
        var (token, cause) = Assert.Single(await rig.AskAsync(SelectIncident, rows => (rows.Uuid(0), rows.Text(1))));
        Assert.Equal("failed", cause);
        Assert.Null(await process.TransactAsync(work => work.RetryAsync(token, "the way is free")));
        await rig.DrainAsync(process);

        Assert.Equal((noted, calls), (await rig.EffectsAsync("x"), rig.Gateway.Calls));
        Assert.Single(rig.Gateway.Done);
        await FlowInvariants.HoldAsync(rig);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task An_answer_is_kept_however_often_the_database_refuses_to(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var refusals = 0;
        var process = rig.Process(new Probe(probe => probe.Charges(
            Probe.Step.First, new(Effect.Once, TimeSpan.FromMinutes(1), 3, TimeSpan.FromHours(1)),
            async (turn, receipt) => refusals++ < Conflict.MostAttempts * 2
                ? throw new PostgresException("It conflicts.", "ERROR", "ERROR", PostgresErrorCodes.SerializationFailure)
                : await Probe.NoteAsync(turn, receipt, Probe.Step.Done))));

        var instance = await FlowRig.StartAsync(process, "x");
        await rig.DrainAsync(process);

        Assert.Equal(("Done", "receipt of charge x"), (await rig.OutcomeAsync(instance), await rig.EffectsAsync("x")));
        Assert.Equal(1, rig.Gateway.Calls);
        Assert.Equal("start@First intent@First done@First", await rig.JournalAsync(instance));
    }

    private static Probe Charging(Effect effect, int attempts) => new(probe => probe.Charges(
        Probe.Step.First, new(effect, TimeSpan.FromSeconds(5), attempts, TimeSpan.FromHours(1)), Probe.Step.Done,
        failed: Probe.Step.Other, isFound: effect == Effect.Reconcilable));
}
