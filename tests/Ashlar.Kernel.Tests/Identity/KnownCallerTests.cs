using System.Text;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Kernel.Tests.Hosting;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Identity;

/// <summary>
/// On PostgreSQL the second request of a session is handled on the strength of the first, with the proof in the round trip
/// of its first statement.
/// </summary>
public sealed class KnownCallerTests(PostgresServer server)
{
    private const string Note = """{"title":"Low tide"}""";

    private static readonly Statement CountNotes = new("select count(*) from notes");

    [Theory]
    [InlineData("/api/notes", Note)]
    [InlineData("/api/notes", """{"titel":"Low tide"}""")]
    public async Task A_session_that_ended_writes_nothing_and_learns_nothing(string path, string body)
    {
        await using var system = await StartAsync();
        var (ann, _) = await system.SignedInAsync("ann@example.com");
        Assert.Equal(201, (await PostAsync(system, "/api/notes", Note, ann)).Status);
        Assert.Equal(204, (await system.SendAsync(HttpMethod.Post, "/api/sign-out", token: ann)).Status);

        var answer = await PostAsync(system, path, body, ann);

        Assert.Equal((401, "token-refused"), (answer.Status, answer.Code));
        await using var session = await system.Database.ReadAsync(TestContext.Current.CancellationToken);
        Assert.Equal([1L], await session.ListAsync(CountNotes, rows => rows.Long(0)));
    }

    [Fact]
    public async Task A_session_that_ended_is_refused_before_a_calculation_that_overflows()
    {
        await using var system = await StartAsync();
        var (ann, _) = await system.SignedInAsync("ann@example.com");
        Assert.Equal("out-of-range", (await system.SendAsync(HttpMethod.Get, "/api/overflow", token: ann)).Code);
        await system.SendAsync(HttpMethod.Post, "/api/sign-out", token: ann);

        Assert.Equal("token-refused", (await system.SendAsync(HttpMethod.Get, "/api/overflow", token: ann)).Code);
    }

    [Fact]
    public async Task A_request_whose_caller_has_another_role_by_now_is_handled_again_with_the_body_that_was_read()
    {
        await using var system = await StartAsync();
        var (ann, _) = await system.SignedInAsync("ann@example.com");
        var (bob, bobId) = await system.SignedInAsync("bob@example.com");
        var note = (await PostAsync(system, "/api/notes", Note, ann)).Header("Location") ?? "";
        Assert.Equal(404, (await PatchAsync(system, note, bob)).Status);
        Assert.Equal(404, (await PatchAsync(system, note, bob)).Status);

        await system.SendAsync(HttpMethod.Put, $"/api/roles/Manager/members/{bobId}", token: system.InstallationToken);

        // A manager may see that the note is there, but may not change it.
        Assert.Equal(403, (await PatchAsync(system, note, bob)).Status);
    }

    [Fact]
    public async Task A_known_caller_is_proven_once_for_each_request()
    {
        await using var system = await StartAsync();
        var (ann, _) = await system.SignedInAsync("ann@example.com");
        var note = (await PostAsync(system, "/api/notes", Note, ann)).Header("Location") ?? "";
        var before = system.Database.StatementCount;

        Assert.Equal(200, (await system.SendAsync(HttpMethod.Get, note, token: ann)).Status);

        Assert.Equal(2, system.Database.StatementCount - before);
    }

    private Task<RunningSystem> StartAsync() => RunningSystem.StartAsync(DatabaseKind.Postgres, server);

    private static Task<Answer> PostAsync(RunningSystem system, string path, string body, string token) =>
        system.SendAsync(HttpMethod.Post, path, body, token);

    private static Task<Answer> PatchAsync(RunningSystem system, string path, string token)
    {
        var request = RunningSystem.Request(HttpMethod.Patch, path, token);
        request.Content = new StringContent(Note, Encoding.UTF8, "application/json");
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        return system.SendAsync(request);
    }
}
