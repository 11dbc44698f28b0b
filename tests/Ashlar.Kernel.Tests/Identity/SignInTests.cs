using Ashlar.Kernel.Tests.Data;
using Ashlar.Kernel.Tests.Hosting;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Identity;

public sealed class SignInTests(PostgresServer server)
{
    [Fact]
    public async Task An_unknown_account_and_a_wrong_password_get_the_same_answer()
    {
        await using var system = await RunningSystem.StartAsync(DatabaseKind.Sqlite, server);
        await system.SignedInAsync("ann@example.com");

        var unknown = await SignInAsync(system, "nobody@example.com", "tidal pool 42");
        var wrong = await SignInAsync(system, "ann@example.com", "tidal pool 43");

        Assert.Equal((401, "bad-credentials"), (unknown.Status, unknown.Code));
        Assert.Equal(WithoutTrace(unknown), WithoutTrace(wrong));
        Assert.Equal(
            unknown.Headers.Keys.Order(StringComparer.Ordinal), wrong.Headers.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Guessing_is_slowed_down_for_the_account_only()
    {
        await using var system = await RunningSystem.StartAsync(DatabaseKind.Sqlite, server);
        await system.SignedInAsync("ann@example.com");
        await system.SignedInAsync("bob@example.com");
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(401, (await SignInAsync(system, "ann@example.com", "wrong guess")).Status);
        }

        var throttled = await SignInAsync(system, "ann@example.com", "tidal pool 42");

        Assert.Equal((429, "too-many", true), (throttled.Status, throttled.Code, throttled.Header("Retry-After") is not null));
        Assert.Equal(200, (await SignInAsync(system, "bob@example.com", "tidal pool 42")).Status);
    }

    [Theory]
    [InlineData("xyz")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbm4ifQ.")]
    public async Task A_wrong_token_is_refused_even_where_anyone_may_call(string token)
    {
        await using var system = await RunningSystem.StartAsync(DatabaseKind.Sqlite, server);

        var answer = await system.SendAsync(
            HttpMethod.Post, "/api/accounts", RunningSystem.Credentials("ann@example.com", "tidal pool 42"), token);

        Assert.Equal((401, "token-refused"), (answer.Status, answer.Code));
        Assert.Equal("Bearer error=\"invalid_token\"", answer.Header("WWW-Authenticate"));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_session_ends_with_sign_out(DatabaseKind kind)
    {
        await using var system = await RunningSystem.StartAsync(kind, server);
        var (token, _) = await system.SignedInAsync("ann@example.com");

        Assert.Equal(204, (await system.SendAsync(HttpMethod.Post, "/api/sign-out", token: token)).Status);
        Assert.Equal("token-refused", (await system.SendAsync(HttpMethod.Get, "/api/notes/x", token: token)).Code);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_session_ends_with_its_lifetime(DatabaseKind kind)
    {
        await using var system = await RunningSystem.StartAsync(
            kind, server, configure: null, "--Kernel:SessionLifetime=-00:00:01");
        var (token, _) = await system.SignedInAsync("ann@example.com");

        Assert.Equal("token-refused", (await system.SendAsync(HttpMethod.Get, "/api/notes/x", token: token)).Code);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task The_other_sessions_of_an_account_can_be_ended(DatabaseKind kind)
    {
        await using var system = await RunningSystem.StartAsync(kind, server);
        var (first, account) = await system.SignedInAsync("ann@example.com");
        var (second, _) = await system.SignedInAsync("ann@example.com");
        var (bob, _) = await system.SignedInAsync("bob@example.com");

        await using (var session = await system.Database.WriteAsync(TestContext.Current.CancellationToken))
        {
            await SignedInSessions.EndOthersAsync(session, new Caller(account, [], OpaqueToken.HashOf(second)), account);
        }

        Assert.Equal(401, (await system.SendAsync(HttpMethod.Get, "/api/notes/x", token: first)).Status);
        Assert.Equal(404, (await system.SendAsync(HttpMethod.Get, "/api/notes/x", token: second)).Status);
        Assert.Equal(404, (await system.SendAsync(HttpMethod.Get, "/api/notes/x", token: bob)).Status);
    }

    [Fact]
    public async Task The_database_holds_neither_passwords_nor_tokens()
    {
        await using var system = await RunningSystem.StartAsync(DatabaseKind.Sqlite, server);
        var (token, _) = await system.SignedInAsync("ann@example.com");
        await using var session = await system.Database.ReadAsync(TestContext.Current.CancellationToken);

        var hash = Assert.Single(await session.ListAsync(new("select password from accounts"), rows => rows.Text(0)));
        var stored = Assert.Single(await session.ListAsync(new("select token_hash from ashlar_sessions"), rows => rows.Bytes(0)));

        Assert.DoesNotContain("tidal", hash, StringComparison.Ordinal);
        Assert.Equal(OpaqueToken.HashOf(token), stored);
    }

    private static Task<Answer> SignInAsync(RunningSystem system, string email, string password) =>
        system.SendAsync(HttpMethod.Post, "/api/sign-in", RunningSystem.Credentials(email, password));

    private static string WithoutTrace(Answer answer)
    {
        var json = answer.Json?.AsObject().DeepClone().AsObject() ?? [];
        json.Remove("traceId");
        return json.ToJsonString();
    }
}
