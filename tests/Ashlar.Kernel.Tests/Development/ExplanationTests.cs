using System.Text.Json.Nodes;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Kernel.Tests.Hosting;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Development;

/// <summary>In development a refusal says which rules of the model refuse and why; elsewhere it says nothing of it.</summary>
public sealed class ExplanationTests(PostgresServer server)
{
    private const string Owner = "read, update to signed in where owner == caller";
    private const string NoNote = "/api/notes/01a214fe-9627-732d-864c-ee3c212ea31e";

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Whoever_is_not_signed_in_is_told_the_rules(DatabaseKind kind)
    {
        await using var system = await StartAsync(kind, "Development");

        var answer = await system.SendAsync(HttpMethod.Patch, NoNote, """{ "title": "x" }""");

        Assert.Equal(401, answer.Status);
        Assert.Equal("nobody is signed in", (string?)Explanation(answer)["caller"]);
        Assert.Equal([(Owner, "model/notes.ashlar:7", "nobody is signed in")], Rules(answer));
        Assert.Null(Explanation(answer)["row"]);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_row_that_the_caller_may_not_read_is_told_from_one_that_is_not_there(DatabaseKind kind)
    {
        await using var system = await StartAsync(kind, "Development");
        var (ann, _) = await system.SignedInAsync("ann@example.com");
        var (bob, _) = await system.SignedInAsync("bob@example.com");
        var note = await system.SendAsync(HttpMethod.Post, "/api/notes", """{ "title": "mine" }""", ann);

        var hidden = await system.SendAsync(HttpMethod.Get, note.Header("Location") ?? "", json: null, bob);
        var missing = await system.SendAsync(HttpMethod.Get, NoNote, json: null, bob);

        Assert.Equal((404, 404), (hidden.Status, missing.Status));
        Assert.Equal("one has this id", (string?)Explanation(hidden)["row"]);
        Assert.Equal(
            [
                (Owner, "model/notes.ashlar:7", "its condition does not hold"),
                ("read to Manager", "model/notes.ashlar:8", "the caller is not Manager"),
            ],
            Rules(hidden));
        Assert.Equal("none has this id", (string?)Explanation(missing)["row"]);
        Assert.Null(Explanation(missing)["rules"]);
    }

    [Fact]
    public async Task An_action_is_explained_with_its_own_rules()
    {
        await using var system = await StartAsync(DatabaseKind.Sqlite, "Development");
        var (ann, _) = await system.SignedInAsync("ann@example.com");

        var answer = await system.SendAsync(HttpMethod.Post, "/api/tear", json: null, ann);

        Assert.Equal(403, answer.Status);
        Assert.Equal("signed in, without a role", (string?)Explanation(answer)["caller"]);
        Assert.Equal(
            [("access to Editor, Manager", "model/notes.ashlar:15", "the caller is not Editor or Manager")], Rules(answer));
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Testing")]
    public async Task Elsewhere_nothing_is_explained(string environment)
    {
        await using var system = await StartAsync(DatabaseKind.Sqlite, environment);
        var (ann, _) = await system.SignedInAsync("ann@example.com");
        var (bob, _) = await system.SignedInAsync("bob@example.com");
        var note = await system.SendAsync(HttpMethod.Post, "/api/notes", """{ "title": "mine" }""", ann);

        var hidden = await system.SendAsync(HttpMethod.Get, note.Header("Location") ?? "", json: null, bob);
        var missing = await system.SendAsync(HttpMethod.Get, NoNote, json: null, bob);
        var denied = await system.SendAsync(HttpMethod.Post, "/api/tear", json: null, bob);

        Assert.Equal((404, 404, 403), (hidden.Status, missing.Status, denied.Status));
        Assert.All([hidden, missing, denied], answer => Assert.Null(answer.Json?["explanation"]));
        Assert.Equal(Members(missing), Members(hidden));
    }

    private Task<RunningSystem> StartAsync(DatabaseKind kind, string environment) => RunningSystem.StartWithAsync(
        kind,
        server,
        api => api.Post("/tear", "Tear", call => Task.FromResult<IReply>(call.Denied)),
        "--environment=" + environment);

    private static JsonNode Explanation(Answer answer)
    {
        Assert.NotNull(answer.Json?["explanation"]);
        return answer.Json["explanation"] ?? new JsonObject();
    }

    private static IEnumerable<(string?, string?, string?)> Rules(Answer answer) => Explanation(answer)["rules"]?.AsArray()
        .Select(rule => ((string?)rule?["rule"], (string?)rule?["at"], (string?)rule?["reason"])) ?? [];

    // Whatever the request, but not which one it was.
    private static IEnumerable<string> Members(Answer answer) => answer.Json?.AsObject()
        .Where(member => member.Key != "traceId").Select(member => $"{member.Key}: {member.Value}") ?? [];
}
