using System.Text.Json;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;
using Microsoft.Extensions.Configuration;

namespace Ashlar.Kernel.Tests.Flow;

/// <summary>What operators see and do on the command line.</summary>
public sealed class FlowCommandTests(PostgresServer server)
{
    private static readonly CallPolicy Once = new(Effect.Once, TimeSpan.FromSeconds(5), 3, TimeSpan.FromHours(1));

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task It_is_seen_where_instances_stand_and_what_happened_to_one(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var process = rig.Process(Waiting());
        var (first, second) = (await FlowRig.StartAsync(process, "A1"), await FlowRig.StartAsync(process, "A2"));
        await rig.DrainAsync(process);
        await FlowRig.SignalAsync(process, "Paid", "A1");
        await rig.DrainAsync(process);

        var lines = (await TellAsync(process, "list")).Out.Split('\n');
        Assert.Matches("^WORKFLOW +KEY +STANDS +DUE +INSTANCE$", lines[0]);
        Assert.Contains(lines, line => line.StartsWith("Probe     A2   First, waiting ", StringComparison.Ordinal)
            && line.EndsWith($"{second}", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("Probe     A1   ended in Done ", StringComparison.Ordinal)
            && line.EndsWith($"{first}", StringComparison.Ordinal));
        Assert.DoesNotContain($"{first}", (await TellAsync(process, "list", "status=running")).Out, StringComparison.Ordinal);
        Assert.Equal("no instances\n", (await TellAsync(process, "list", "workflow=Other")).Out);

        var shown = (await TellAsync(process, "show", $"of={first}")).Out;
        Assert.StartsWith("Probe A1, version 1\nstarted ", shown, StringComparison.Ordinal);
        Assert.Contains("knows\n  name: A1\n  heard: Paid \n", shown, StringComparison.Ordinal);
        Assert.Matches("signal +First +Paid\n", shown);

        using var all = JsonDocument.Parse((await TellAsync(process, "list", "format=json")).Out);
        var waiting = Assert.Single(
            all.RootElement.GetProperty("instances").EnumerateArray(), listed => listed.GetProperty("id").GetGuid() == second);
        Assert.Equal(("A2", "First", "Waiting"), (
            waiting.GetProperty("key").GetString(), waiting.GetProperty("places")[0].GetProperty("step").GetString(),
            waiting.GetProperty("places")[0].GetProperty("phase").GetString()));
        using var one = JsonDocument.Parse((await TellAsync(process, "show", "format=json", $"of={first}")).Out);
        Assert.Equal(
            ["start", "enter", "signal"],
            one.RootElement.GetProperty("journal").EnumerateArray().Select(entry => entry.GetProperty("kind").GetString()));
        Assert.Equal("A1", one.RootElement.GetProperty("state").GetProperty("name").GetString());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_stopped_is_tried_again_given_a_value_sent_elsewhere_or_ended(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var process = rig.Process(new Probe(probe => probe.Charges(Probe.Step.First, Once, Probe.Step.Done)));
        foreach (var (task, option) in ((string, string)[])[
            ("retry", "because=the bank is back"), ("skip", "value=\"by hand\""), ("jump", "to=Other"),
            ("cancel", "because=not wanted")])
        {
            rig.Gateway.Lose = _ => true;
            var instance = await FlowRig.StartAsync(process, task);
            await rig.DrainAsync(process);
            Assert.Contains("First: unknown", (await TellAsync(process, "show", $"of={instance}")).Out, StringComparison.Ordinal);
            rig.Gateway.Lose = _ => false;

            var (code, told, _) = await TellAsync(process, task, $"of={instance}", "because=somebody asked", option);
            Assert.Equal(0, code);
            Assert.NotEqual("", told);
            await rig.DrainAsync(process);

            var (outcome, effects) = task switch
            {
                "retry" => ("Done", "receipt of charge retry"),
                "skip" => ("Done", "by hand"),
                "jump" => ("Other", ""),
                _ => ($"not wanted ({Environment.UserName}, command line)", ""),
            };
            Assert.Equal((outcome, effects), (await rig.OutcomeAsync(instance), await rig.EffectsAsync(task)));
            var shown = (await TellAsync(process, "show", $"of={instance}")).Out;
            Assert.Contains($"({Environment.UserName}, command line)", shown, StringComparison.Ordinal);
            await FlowInvariants.HoldAsync(rig);
        }
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_workflow_rests_until_it_is_resumed(DatabaseKind kind)
    {
        await using var rig = await FlowRig.CreateAsync(kind, server);
        var process = rig.Process(new Probe(probe => probe.Does(Probe.Step.First, "one", Probe.Step.Done)));
        Assert.Equal(0, (await TellAsync(process, "pause", "workflow=Probe", "because=the shop is closed")).Code);
        var instance = await FlowRig.StartAsync(process, "x");
        await rig.DrainAsync(process);
        Assert.Equal("Running", await rig.OutcomeAsync(instance));

        Assert.Equal(0, (await TellAsync(process, "resume", "workflow=Probe")).Code);
        await rig.DrainAsync(process);
        Assert.Equal("Done", await rig.OutcomeAsync(instance));
    }

    [Theory]
    [InlineData(2, "There is no task `dance`", "dance", "because=x")]
    [InlineData(2, "Say with `--of`", "show")]
    [InlineData(2, "`--of nobody` is not an id.", "show", "of=nobody")]
    [InlineData(2, "`--status open` is none", "list", "status=open")]
    [InlineData(2, "Say with `--because`", "retry", "of=01890a5d-ac96-774b-bcce-b302099a8057")]
    [InlineData(2, "`--value` is not JSON", "skip", "of=WAITING", "value={", "because=x")]
    [InlineData(2, "Say with `--to`", "jump", "of=WAITING", "because=x")]
    [InlineData(1, "There is no instance 01890a5d", "show", "of=01890a5d-ac96-774b-bcce-b302099a8057")]
    [InlineData(1, "Nothing is to be decided there.", "retry", "of=01890a5d-ac96-774b-bcce-b302099a8057", "because=x")]
    [InlineData(1, "Nothing is to be decided there.", "retry", "of=WAITING", "because=x")]
    [InlineData(1, "The workflow has no step that undoes", "undo", "of=WAITING", "because=x")]
    [InlineData(1, "The instance is not running.", "cancel", "of=01890a5d-ac96-774b-bcce-b302099a8057", "because=x")]
    public async Task What_cannot_be_done_says_why_and_changes_nothing(
        int code, string reason, string task, params string[] options)
    {
        await using var rig = await FlowRig.CreateAsync(DatabaseKind.Sqlite, server);
        var process = rig.Process(Waiting());
        var waiting = await FlowRig.StartAsync(process, "A1");
        await rig.DrainAsync(process);
        var before = (await rig.StandsAsync(waiting), await rig.JournalAsync(waiting));

        var told = await TellAsync(
            process, task, [.. options.Select(option => option.Replace("WAITING", $"{waiting}", StringComparison.Ordinal))]);

        Assert.Equal((code, ""), (told.Code, told.Out));
        Assert.StartsWith(reason, told.Errors, StringComparison.Ordinal);
        Assert.Equal(before, (await rig.StandsAsync(waiting), await rig.JournalAsync(waiting)));
    }

    [Fact]
    public async Task Of_several_places_one_has_to_be_named()
    {
        await using var rig = await FlowRig.CreateAsync(DatabaseKind.Sqlite, server);
        rig.Gateway.Lose = _ => true;
        var process = rig.Process(new Probe(probe =>
        {
            probe.Forks(Probe.Step.First, [Probe.Step.Second, Probe.Step.Third], needed: 2, Probe.Step.Done);
            probe.Charges(Probe.Step.Second, Once, Probe.Step.Other);
            probe.Charges(Probe.Step.Third, Once, Probe.Step.Other);
        }));
        var instance = await FlowRig.StartAsync(process, "x");
        await rig.DrainAsync(process);

        var (code, _, errors) = await TellAsync(process, "retry", $"of={instance}", "because=x");

        Assert.Equal(1, code);
        Assert.StartsWith("It stands in several places: name one of ", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("A1")]
    [InlineData("9:A1")]
    [InlineData("x:A1")]
    [InlineData("-1:A1")]
    public void What_is_no_key_of_values_is_shown_as_it_is(string key) => Assert.Equal(key, MatchKey.Shown(key));

    [Fact]
    public void A_key_is_shown_by_its_values() =>
        Assert.Equal("a b, , 4:x", MatchKey.Shown(MatchKey.Of("a b", "", "4:x")));

    private static Probe Waiting() => new(probe =>
        probe.Waits(Probe.Step.First, TimeSpan.FromDays(1), Probe.Step.Done, Probe.Step.Other, "Paid"));

    private static async Task<(int Code, string Out, string Errors)> TellAsync(
        FlowProcess process, string task, params string[] options)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var given = new ConfigurationBuilder().AddCommandLine([.. options.Select(option => "--" + option)]).Build();
        var code = await process.Service<FlowCommand>().RunAsync(task, given, output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
