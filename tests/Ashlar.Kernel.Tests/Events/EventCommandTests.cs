using System.Text.Json;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;
using Microsoft.Extensions.Configuration;

namespace Ashlar.Kernel.Tests.Events;

/// <summary>What operators see of deliveries that fail, and do about them.</summary>
public sealed class EventCommandTests(PostgresServer server)
{
    private static readonly KernelOptions TwoAttempts = new() { DeliveryAttempts = 2 };

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task It_is_seen_what_has_failed_and_what_is_parked(DatabaseKind kind)
    {
        await using var rig = await EventRig.CreateAsync(kind, server);
        var process = rig.Process(TwoAttempts, Refusing("A", () => true), EventRig.Noting("B"));
        Assert.Equal("no delivery has failed\n", (await TellAsync(process, "list")).Out);
        await process.EmitAsync(new Happened("Counted", "x", 1), new Happened("Counted", "x", 2));
        await process.DrainAsync();

        var lines = (await TellAsync(process, "list")).Out.Split('\n');
        Assert.Matches("^EVENT +NAME +CONSUMER +STANDS +TRIES +PROBLEM$", lines[0]);
        Assert.Matches("^1 +Counted +A +due 2026-03-01T12:00:0[01].* +1 +in-use$", lines[1]);
        Assert.Equal("no delivery has failed\n", (await TellAsync(process, "list", "status=parked")).Out);

        rig.Clock.Advance(TimeSpan.FromSeconds(1));
        await process.DrainAsync();
        var parked = (await TellAsync(process, "list", "status=parked")).Out.Split('\n');
        Assert.Matches("^1 +Counted +A +parked +2 +in-use$", parked[1]);
        var shown = (await TellAsync(process, "show", "of=1")).Out;
        Assert.StartsWith("Counted 1, 2026-03-01T12:00:00.000Z\nsays\n", shown, StringComparison.Ordinal);
        Assert.Contains("still to come to\n", shown, StringComparison.Ordinal);
        using var json = JsonDocument.Parse((await TellAsync(process, "show", "of=1", "format=json")).Out);
        var delivery = Assert.Single(json.RootElement.GetProperty("deliveries").EnumerateArray());
        Assert.Equal(("A", true, "x"), (
            delivery.GetProperty("consumer").GetString(), delivery.GetProperty("parked").GetBoolean(),
            delivery.GetProperty("subject").GetString()));
        Assert.Equal(1, json.RootElement.GetProperty("body").GetProperty("number").GetInt32());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_is_parked_is_tried_again_with_all_that_it_held_back(DatabaseKind kind)
    {
        await using var rig = await EventRig.CreateAsync(kind, server);
        var isBroken = true;
        var process = await ParkedAsync(rig, Refusing("A", () => isBroken));
        isBroken = false;

        var (code, told, _) = await TellAsync(process, "retry", "of=1", "because=it is mended");
        await process.DrainAsync();

        Assert.Equal((0, "Counted 1 is tried again for A\n"), (code, told));
        Assert.Equal([1, 2, 3], await rig.TakenAsync());
        Assert.Equal(0, await rig.CountPendingAsync());
        var shown = (await TellAsync(process, "show", "of=1")).Out;
        Assert.Contains("every consumer has had it\n", shown, StringComparison.Ordinal);
        Assert.Contains($"because: it is mended ({Environment.UserName}, command line)", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_is_tried_again_and_fails_is_parked_again(DatabaseKind kind)
    {
        await using var rig = await EventRig.CreateAsync(kind, server);
        var process = await ParkedAsync(rig, Refusing("A", () => true));

        await TellAsync(process, "retry", "of=1", "because=let us see");
        await process.DrainAsync();
        Assert.Equal(("in-use", 1, false), await rig.FirstAsync());
        rig.Clock.Advance(TimeSpan.FromSeconds(1));
        await process.DrainAsync();

        Assert.Equal(("in-use", 2, true), await rig.FirstAsync());
        Assert.Empty(await rig.TakenAsync());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_is_given_up_holds_nothing_back(DatabaseKind kind)
    {
        await using var rig = await EventRig.CreateAsync(kind, server);
        var process = await ParkedAsync(rig, Refusing("A", () => true, only: 1));

        var (code, told, _) = await TellAsync(process, "drop", "of=1", "because=nobody wants it");
        await process.DrainAsync();

        Assert.Equal((0, "Counted 1 is given up for A\n"), (code, told));
        Assert.Equal([2, 3], await rig.TakenAsync());
        Assert.Equal(0, await rig.CountPendingAsync());
        Assert.Contains("decision: drop", (await TellAsync(process, "show", "of=1")).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_cannot_be_meant_changes_nothing(DatabaseKind kind)
    {
        await using var rig = await EventRig.CreateAsync(kind, server);
        var process = await ParkedAsync(rig, Refusing("A", () => true), Refusing("B", () => true));
        (string Task, string[] Options, int Code, string Error)[] cases =
        [
            ("drop", ["of=1", "because=x"], 1, "Several have failed: name one with `--consumer`, of A, B."),
            ("drop", ["of=1", "consumer=C", "because=x"], 1, "No delivery of event 1 has failed."),
            ("drop", ["of=2", "because=x"], 1, "No delivery of event 2 has failed."),
            ("retry", ["of=99", "because=x"], 1, "No delivery of event 99 has failed."),
            ("retry", ["of=1", "consumer=A"], 2, "Say with `--because` the reason, which stays in the journal."),
            ("retry", ["because=x"], 2, "Say with `--of` the id that `events list` shows."),
            ("show", ["of=-1"], 2, "`--of -1` is not an id."),
            ("show", ["of=99"], 1, "There is no event 99."),
            ("list", ["status=lost"], 2, "`--status lost` is none: write failed or parked."),
            ("mend", [], 2, "There is no task `mend`: write list, show, retry or drop."),
        ];
        foreach (var (task, options, code, error) in cases)
        {
            var answer = await TellAsync(process, task, options);
            Assert.Equal((code, "", error + "\n"), answer);
        }

        Assert.Equal(6, await rig.CountPendingAsync());
        Assert.Equal(3, await rig.CountEventsAsync());
        Assert.Equal(0, (await TellAsync(process, "drop", "of=1", "consumer=B", "because=x")).Code);
        Assert.Equal(("in-use", 2, true), await rig.FirstAsync());
    }

    /// <summary>Three events of one subject, of which the first is parked.</summary>
    private static async Task<EventProcess> ParkedAsync(EventRig rig, params IReadOnlyList<Consumer> consumers)
    {
        var process = rig.Process(TwoAttempts, consumers);
        await process.EmitAsync([.. Enumerable.Range(1, 3).Select(number => new Happened("Counted", "x", number))]);
        await process.DrainAsync();
        rig.Clock.Advance(TimeSpan.FromSeconds(1));
        await process.DrainAsync();
        return process;
    }

    private static Consumer Refusing(string name, Func<bool> isBroken, int? only = null) =>
        new("Counted", name, async (work, json) =>
            isBroken() && (only is null || json.GetProperty("number").GetInt32() == only)
                ? Refusal.InUse
                : await EventRig.NoteAsync(work, name, json));

    private static async Task<(int Code, string Out, string Errors)> TellAsync(
        EventProcess process, string task, params string[] options)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var given = new ConfigurationBuilder().AddCommandLine([.. options.Select(option => "--" + option)]).Build();
        var code = await process.Command.RunAsync(task, given, output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
