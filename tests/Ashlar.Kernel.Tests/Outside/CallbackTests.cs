using Ashlar.Kernel.Tests.Data;
using Ashlar.Kernel.Tests.Web;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Outside;

/// <summary>What an outside service delivers has one effect, however often and however much at once it comes.</summary>
public sealed class CallbackTests(PostgresServer server)
{
    private static readonly Statement CountAll = new("select count(*) from accounts");
    private static readonly Refusal NotYet = new("not-yet", 422, "It is too early.");

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_delivery_that_is_repeated_is_answered_as_before(DatabaseKind kind)
    {
        await using var rig = await CallbackRig.StartAsync(kind, server, CallbackRig.Timed);

        var first = await rig.DeliverAsync();
        rig.Clock.Advance(TimeSpan.FromDays(3));
        var second = await rig.DeliverAsync();

        Assert.Equal((204, null), (first.Status, first.Header("Idempotency-Replayed")));
        Assert.Equal((204, "true"), (second.Status, second.Header("Idempotency-Replayed")));
        Assert.Equal(1, await rig.CountAsync());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_delivery_that_comes_twenty_times_at_once_has_one_effect(DatabaseKind kind)
    {
        var allRead = new Meeting(kind == DatabaseKind.Postgres ? 20 : 1);
        await using var rig = await CallbackRig.StartAsync(kind, server, CallbackRig.Timed, async work =>
        {
            await work.Session.OneAsync(CountAll, rows => rows.Long(0));
            await allRead.ArriveAsync();
            return null;
        });

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => rig.DeliverAsync()));

        Assert.All(answers, answer => Assert.Equal((204, ""), (answer.Status, answer.Text)));
        Assert.Single(answers, answer => answer.Header("Idempotency-Replayed") is null);
        Assert.Equal(1, await rig.CountAsync());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_delivery_with_another_body_is_refused(DatabaseKind kind)
    {
        await using var rig = await CallbackRig.StartAsync(kind, server, CallbackRig.Timed);
        await rig.DeliverAsync();

        var answer = await rig.DeliverAsync(CallbackRig.Good.Replace("ann@", "ben@", StringComparison.Ordinal));

        Assert.Equal((422, "delivery-reused"), (answer.Status, answer.Code));
        Assert.Equal(1, await rig.CountAsync());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_is_refused_does_nothing_and_is_decided_again(DatabaseKind kind)
    {
        var isReady = false;
        await using var rig = await CallbackRig.StartAsync(
            kind, server, CallbackRig.Timed, _ => Task.FromResult(isReady ? null : NotYet));

        var early = await rig.DeliverAsync();
        isReady = true;
        var late = await rig.DeliverAsync();

        Assert.Equal((422, "not-yet"), (early.Status, early.Code));
        Assert.Equal((204, null), (late.Status, late.Header("Idempotency-Replayed")));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_breaks_a_rule_is_refused_and_not_taken_for_done(DatabaseKind kind)
    {
        await using var rig = await CallbackRig.StartAsync(kind, server, CallbackRig.Timed);
        await rig.DeliverAsync();

        var answer = await rig.DeliverAsync(CallbackRig.Good.Replace("d-1", "d-2", StringComparison.Ordinal));

        Assert.Equal((409, "taken"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task What_has_no_time_is_remembered_for_good()
    {
        await using var rig = await CallbackRig.StartAsync(DatabaseKind.Sqlite, server, CallbackRig.Timeless);
        await rig.DeliverAsync();

        rig.Clock.Advance(TimeSpan.FromDays(10_000));
        await rig.CleanAsync();
        var again = await rig.DeliverAsync();

        Assert.Equal((204, "true"), (again.Status, again.Header("Idempotency-Replayed")));
        Assert.Equal(1, await rig.CountAsync());
    }

    [Fact]
    public async Task What_has_a_time_is_remembered_for_as_long_as_the_settings_say()
    {
        await using var rig = await CallbackRig.StartAsync(
            DatabaseKind.Sqlite, server, CallbackRig.Timed, before: null, "--Kernel:DeliveryMemory=7.00:00:00");
        await rig.DeliverAsync();

        rig.Clock.Advance(TimeSpan.FromDays(6));
        await rig.CleanAsync();
        var known = await rig.DeliverAsync();
        rig.Clock.Advance(TimeSpan.FromDays(2));
        await rig.CleanAsync();
        var forgotten = await rig.DeliverAsync();

        Assert.Equal("true", known.Header("Idempotency-Replayed"));
        Assert.Equal((409, "taken"), (forgotten.Status, forgotten.Code));
    }

    [Fact]
    public async Task What_is_proven_is_held_to_the_form_of_the_inputs()
    {
        await using var rig = await CallbackRig.StartAsync(DatabaseKind.Sqlite, server, CallbackRig.Timeless);

        var malformed = await rig.DeliverAsync("{");
        var unknown = await rig.DeliverAsync("""{"delivery":"d-1","email":"ann@example.com","more":1}""");
        var missing = await rig.DeliverAsync("""{"email":"ann@example.com"}""");
        var other = await rig.SendAsync(
            CallbackRig.Good, rig.Signature.Sign("""{"delivery":"d-1","email":"ann@example.com"}"""u8, default), "text/plain");

        Assert.Equal((400, "invalid", "malformed"), (malformed.Status, malformed.Code, CodeOf(malformed)));
        Assert.Equal((400, "invalid", "unknown-member"), (unknown.Status, unknown.Code, CodeOf(unknown)));
        Assert.Equal((400, "invalid", "missing"), (missing.Status, missing.Code, CodeOf(missing)));
        Assert.Equal((415, "unsupported-media-type"), (other.Status, other.Code));
        Assert.Equal(0, await rig.CountAsync());
    }

    private static string? CodeOf(Hosting.Answer answer) => (string?)answer.Json?["errors"]?[0]?["code"];
}
