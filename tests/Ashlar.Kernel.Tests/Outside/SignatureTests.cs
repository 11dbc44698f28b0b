using System.Globalization;
using System.Text;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Outside;

/// <summary>Nobody gets in who cannot sign the body, and nobody is told how far off a signature is.</summary>
public sealed class SignatureTests(PostgresServer server)
{
    private const string Signature = "X-Signature";
    private const string Time = "X-Timestamp";

    public static TheoryData<string> Attacks => [.. Forgeries.Keys];

    /// <summary>What an attacker makes of the headers of a good request.</summary>
    private static Dictionary<string, Func<string, string, DateTimeOffset, IEnumerable<(string, string)>>> Forgeries => new()
    {
        ["nothing"] = (_, _, _) => [],
        ["no signature"] = (_, time, _) => [(Time, time)],
        ["no time"] = (signature, _, _) => [(Signature, signature)],
        ["an empty signature"] = (_, time, _) => [(Signature, ""), (Time, time)],
        ["half of the signature"] = (signature, time, _) => [(Signature, signature[..32]), (Time, time)],
        ["more than the signature"] = (signature, time, _) => [(Signature, signature + "00"), (Time, time)],
        ["another digit"] = (signature, time, _) => [(Signature, Other(signature[0]) + signature[1..]), (Time, time)],
        ["no digits"] = (_, time, _) => [(Signature, new string('z', 64)), (Time, time)],
        ["two signatures"] = (signature, time, _) => [(Signature, signature), (Signature, signature), (Time, time)],
        ["two signatures in one"] = (signature, time, _) => [(Signature, $"{signature}, {signature}"), (Time, time)],
        ["two times"] = (signature, time, _) => [(Signature, signature), (Time, time), (Time, time)],
        ["a later time"] = (signature, _, now) => [(Signature, signature), (Time, Seconds(now.AddSeconds(1)))],
        ["a time that is none"] = (signature, _, _) => [(Signature, signature), (Time, "now")],
        ["a time before all times"] = (signature, time, _) => [(Signature, signature), (Time, "-" + time)],
        ["a time after all times"] = (signature, _, _) => [(Signature, signature), (Time, "99999999999999999")],
        ["the same time in other letters"] = (signature, time, _) => [(Signature, signature), (Time, "0" + time)],
        ["a signature of the body alone"] = (_, time, now) =>
            [(Signature, CallbackRig.Timeless.Sign(Encoding.UTF8.GetBytes(CallbackRig.Good), now)[0].Value), (Time, time)],
    };

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task A_forgery_is_refused_and_asks_the_database_nothing(string attack)
    {
        await using var rig = await CallbackRig.StartAsync(DatabaseKind.Sqlite, server, CallbackRig.Timed);
        var now = rig.Clock.GetUtcNow();
        var good = rig.Signature.Sign(Encoding.UTF8.GetBytes(CallbackRig.Good), now).ToDictionary();
        var asked = rig.System.Database.StatementCount;

        var forged = Forgeries[attack](good[Signature], good[Time], now)
            .Select(header => KeyValuePair.Create(header.Item1, header.Item2));
        var answer = await rig.SendAsync(CallbackRig.Good, forged);

        Assert.Equal((401, "signature-refused"), (answer.Status, answer.Code));
        Assert.Equal("The signature is not valid.", (string?)answer.Json?["title"]);
        Assert.Equal(["type", "title", "status", "code", "traceId"], answer.Json?.AsObject().Select(member => member.Key));
        Assert.Null(answer.Header("WWW-Authenticate"));
        Assert.Equal(asked, rig.System.Database.StatementCount);
        Assert.Equal(204, (await rig.DeliverAsync()).Status);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("not json at all")]
    [InlineData("")]
    public async Task What_is_not_proven_is_not_parsed(string body)
    {
        await using var rig = await CallbackRig.StartAsync(DatabaseKind.Sqlite, server, CallbackRig.Timed);

        var answer = await rig.SendAsync(
            body, rig.Signature.Sign(Encoding.UTF8.GetBytes(CallbackRig.Good), rig.Clock.GetUtcNow()), "text/plain");

        Assert.Equal((401, "signature-refused"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData(-301, 401)]
    [InlineData(-300, 204)]
    [InlineData(300, 204)]
    [InlineData(301, 401)]
    public async Task A_signature_is_good_for_as_long_as_the_model_says(int seconds, int status)
    {
        await using var rig = await CallbackRig.StartAsync(DatabaseKind.Sqlite, server, CallbackRig.Timed);
        var headers = rig.Signature.Sign(
            Encoding.UTF8.GetBytes(CallbackRig.Good), rig.Clock.GetUtcNow().AddSeconds(seconds));

        Assert.Equal(status, (await rig.SendAsync(CallbackRig.Good, headers)).Status);
    }

    [Fact]
    public async Task What_was_overheard_is_refused_later_also_when_it_was_never_received()
    {
        await using var rig = await CallbackRig.StartAsync(DatabaseKind.Sqlite, server, CallbackRig.Timed);
        var overheard = rig.Signature.Sign(Encoding.UTF8.GetBytes(CallbackRig.Good), rig.Clock.GetUtcNow());
        rig.Clock.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal(401, (await rig.SendAsync(CallbackRig.Good, overheard)).Status);
        Assert.Equal(0, await rig.CountAsync());
    }

    [Fact]
    public async Task While_a_key_is_changed_both_are_good()
    {
        await using var rig = await CallbackRig.StartAsync(DatabaseKind.Sqlite, server, CallbackRig.Timed);

        Assert.Equal(204, (await rig.DeliverAsync(CallbackRig.Good, CallbackRig.Former)).Status);
        Assert.Equal(204, (await rig.DeliverAsync()).Status);
        Assert.Equal(1, await rig.CountAsync());
    }

    [Fact]
    public async Task Capital_digits_are_digits()
    {
        await using var rig = await CallbackRig.StartAsync(DatabaseKind.Sqlite, server, CallbackRig.Timed);
        var headers = rig.Signature.Sign(Encoding.UTF8.GetBytes(CallbackRig.Good), rig.Clock.GetUtcNow())
            .Select(header => KeyValuePair.Create(header.Key, header.Value.ToUpperInvariant()));

        Assert.Equal(204, (await rig.SendAsync(CallbackRig.Good, headers)).Status);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_not_read_to_its_end()
    {
        await using var rig = await CallbackRig.StartAsync(DatabaseKind.Sqlite, server, CallbackRig.Timed);

        var answer = await rig.DeliverAsync(new string(' ', 2_000_000) + CallbackRig.Good);

        Assert.Equal((413, "body-too-large"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Guessing_is_slow_and_what_is_proven_counts_for_nothing()
    {
        await using var rig = await CallbackRig.StartAsync(
            DatabaseKind.Sqlite, server, CallbackRig.Timed, before: null,
            "--Kernel:RequestsPerSecond=0.01", "--Kernel:RequestBurst=3");
        for (var delivered = 0; delivered < 5; delivered++)
        {
            Assert.Equal(204, (await rig.DeliverAsync()).Status);
        }

        var statuses = new List<int>();
        for (var guess = 0; guess < 5; guess++)
        {
            statuses.Add((await rig.SendAsync(CallbackRig.Good, [])).Status);
        }

        Assert.Equal([401, 401, 401, 429, 429], statuses);
    }

    [Fact]
    public void Without_a_key_nothing_starts()
    {
        Secret?[][] keys = [[], [null], [new("")], [new("a key that nobody else has"), new("")]];

        Assert.All(keys, some =>
            Assert.Throws<ArgumentException>(() => new HmacSignature(Signature, SignatureForm.Hex, some)));
    }

    /// <summary>A value that was worked out elsewhere, with <c>openssl dgst -sha256 -hmac</c>.</summary>
    [Fact]
    public void A_signature_is_that_of_other_programs()
    {
        var signature = new HmacSignature(Signature, SignatureForm.Hex, new Secret("a key that nobody else has"));

        Assert.Equal(
            "d7c3aff837d8445339cb541e809983938bb88e457bb920edffe248b9cf3b7b0f",
            signature.Sign(Encoding.UTF8.GetBytes(CallbackRig.Good), default)[0].Value);
    }

    private static string Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static char Other(char digit) => digit == '0' ? '1' : '0';
}
