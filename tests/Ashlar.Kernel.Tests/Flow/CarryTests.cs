using Ashlar.Core;
using Ashlar.Core.Plan;
using Ashlar.Core.Text;
using Ashlar.Emit.Migrations;
using Ashlar.Emit.Sql;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Flow;

/// <summary>A migration carries instances over while processes of the old build are at work on them.</summary>
public sealed class CarryTests(PostgresServer server)
{
    private const string Name = "Flows.Probe";

    private const string Before = """
        system Flows { title "Flows" }
        event Begun { about: text max 20 }
        event Told { text: text max 200 }
        event Called { about: text max 20 }
        action Begin { access to anyone do { emit Begun { about: "x" } } }
        action Call { access to anyone do { emit Called { about: "x" } } }
        // begin
        workflow Probe {
          start on Begun as begun
          as system
          within 9d else go Other
          step First { do { let name = "x"  let heard = "" } then Second }
          step Second { do { emit Told { text: "{name} {heard}" } } then Third }
          step Third { do { emit Told { text: "{name} {heard}" } } then Done }
          end Done
          end Other
        }
        // end
        api Web { path "/api"  run Begin, Call }
        """;

    private static readonly Statement SelectWaits = new("select event from ashlar_flow_waits order by event");

    private static readonly CallPolicy Once = new(Effect.Once, TimeSpan.FromMinutes(1), 9, TimeSpan.FromHours(1));

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_an_old_build_had_begun_is_refused_and_a_call_that_is_not_known_is_for_a_person(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var (frozen, thawed) = (new TaskCompletionSource(), new TaskCompletionSource());
        rig.Gateway.Freeze = async () =>
        {
            frozen.TrySetResult();
            await thawed.Task;
        };
        var old = rig.Process(new Probe(probe => probe.Charges(Probe.Step.First, Once, Probe.Step.Done), name: Name));
        var instance = await FlowRig.StartAsync(old, "x");
        var drained = old.DrainAsync();
        await frozen.Task;

        await CarryAsync(old.Database, Before.Replace(
            "// end", "change { move Probe.First to Second because \"It is done by then.\" }", StringComparison.Ordinal)
            .Replace("within 9d", "within 8d", StringComparison.Ordinal));
        thawed.SetResult();
        await drained;

        Assert.Equal("Second:Incident", await rig.StandsAsync(instance));
        Assert.Equal("", await rig.EffectsAsync("x"));
        Assert.Contains(old.Logged, line => line.Contains("by somebody else", StringComparison.Ordinal));
        Assert.Equal(
            ["migrate: the outcome of the call at First is not known"],
            await rig.AskAsync(new("select class || ': ' || detail from ashlar_flow_incidents"), rows => rows.Text(0)));
        await FlowInvariants.HoldAsync(rig);

        var next = rig.Process(new Probe(
            probe => probe.Does(Probe.Step.Second, "second", Probe.Step.Done), name: Name, version: 2));
        var token = Assert.Single(await rig.AskAsync(new("select id from ashlar_flow_tokens"), rows => rows.Uuid(0)));
        Assert.Null(await next.TransactAsync(work => work.RetryAsync(token, "the bank says that it was done")));
        await rig.DrainAsync(next);
        Assert.Equal(("Done", "second"), (await rig.OutcomeAsync(instance), await rig.EffectsAsync("x")));
        await FlowInvariants.HoldAsync(rig);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_is_heard_at_every_step_is_heard_by_those_that_were_begun_before(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        static void Waiting(Probe probe) =>
            probe.Waits(Probe.Step.First, TimeSpan.FromDays(1), Probe.Step.Done, Probe.Step.Other, "Told");
        var old = rig.Process(new Probe(Waiting, name: Name));
        var instance = await FlowRig.StartAsync(old, "x");
        await rig.DrainAsync(old);

        await CarryAsync(old.Database, Before.Replace(
            "within 9d else go Other", "within 9d else go Other  on Called as called where called.about == begun.about go Other",
            StringComparison.Ordinal));
        var next = rig.Process(new Probe(
            probe =>
            {
                Waiting(probe);
                probe.Interrupted("Called", Probe.Step.Other);
            },
            name: Name, version: 2));
        await rig.DrainAsync(next);
        Assert.Equal("First:Waiting", await rig.StandsAsync(instance));
        Assert.Equal(["Called", "Told"], await rig.AskAsync(SelectWaits, rows => rows.Text(0)));

        await FlowRig.SignalAsync(next, "Called", "x");
        await rig.DrainAsync(next);
        Assert.Equal("Other", await rig.OutcomeAsync(instance));
        await FlowInvariants.HoldAsync(rig);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_is_no_more_heard_at_every_step_is_not_heard_by_those_that_were_begun_before(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        static void Waiting(Probe probe) =>
            probe.Waits(Probe.Step.First, TimeSpan.FromDays(1), Probe.Step.Done, Probe.Step.Other, "Told");
        var old = rig.Process(new Probe(
            probe =>
            {
                Waiting(probe);
                probe.Interrupted("Called", Probe.Step.Other);
            },
            name: Name));
        var instance = await FlowRig.StartAsync(old, "x");
        await rig.DrainAsync(old);

        await CarryAsync(old.Database, Before, before: Before.Replace(
            "within 9d else go Other", "within 9d else go Other  on Called as called where called.about == begun.about go Other",
            StringComparison.Ordinal));
        var next = rig.Process(new Probe(Waiting, name: Name, version: 2));
        await FlowRig.SignalAsync(next, "Called", "x");
        await rig.DrainAsync(next);
        Assert.Equal("First:Waiting", await rig.StandsAsync(instance));
        Assert.Equal(["Told"], await rig.AskAsync(SelectWaits, rows => rows.Text(0)));
        await FlowInvariants.HoldAsync(rig);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Instances_of_a_workflow_that_is_gone_are_cancelled_for_its_reason(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var old = rig.Process(new Probe(
            probe => probe.Waits(Probe.Step.First, TimeSpan.FromDays(1), Probe.Step.Done, Probe.Step.Other, "Told"), name: Name));
        var instance = await FlowRig.StartAsync(old, "x");
        await rig.DrainAsync(old);
        Assert.Equal("First:Waiting", await rig.StandsAsync(instance));

        var begin = Before.IndexOf("// begin", StringComparison.Ordinal);
        var gone = Before[..begin] + Before[Before.IndexOf("// end", StringComparison.Ordinal)..]
            + "\nchange { drop Probe because \"Nobody probes any more.\" }";
        await CarryAsync(old.Database, gone);

        Assert.Equal("Nobody probes any more.", await rig.OutcomeAsync(instance));
        await rig.DrainAsync(old);
        await FlowInvariants.HoldAsync(rig);
    }

    /// <summary>What the migration to this model does about instances.</summary>
    private static async Task CarryAsync(Database database, string after, string before = Before)
    {
        var plan = ChangePlan.Of(Compile(before), Compile(after));
        var migration = MigrationWriter.Write(plan.Pairs, database.IsPostgres ? Dialect.PostgreSql : Dialect.Sqlite, number: 2);
        var step = Assert.Single(migration.Steps, step => step.Mode == StepMode.Carry);
        await using var session = await database.BeginAsync(TestContext.Current.CancellationToken);
        await session.RunScriptAsync(step.Sql);
        await session.CommitAsync();
    }

    private static Compilation Compile(string text)
    {
        var compiled = Compilation.Create([new SourceFile("flows.ashlar", text)]);
        Assert.Empty(compiled.Diagnostics.Where(found => found.IsError).Select(found => found.Message));
        return compiled;
    }
}
