using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Hosting;

public sealed class UpdateTests(PostgresServer server)
{
    [Theory]
    [InlineData(null, 428, "precondition-required")]
    [InlineData("*", 428, "precondition-required")]
    [InlineData("W/\"1\"", 400, "invalid")]
    [InlineData("\"1\", \"2\"", 400, "invalid")]
    [InlineData("1", 400, "invalid")]
    [InlineData("\"01\"", 412, "stale")]
    [InlineData("\"2\"", 412, "stale")]
    [InlineData("\"99999999999999999999\"", 412, "stale")]
    [InlineData("\"1\"", 200, null)]
    public async Task A_change_names_the_version_that_it_changes(string? tag, int status, string? code)
    {
        await using var system = await RunningSystem.StartAsync(DatabaseKind.Sqlite, server);
        var (ann, note, _) = await NoteAsync(system);

        var answer = await PatchAsync(system, note, """{ "title": "b" }""", ann, tag);

        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Of_many_changes_of_one_version_one_wins(DatabaseKind kind)
    {
        await using var system = await RunningSystem.StartAsync(kind, server);
        var (ann, note, _) = await NoteAsync(system);

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(
            i => PatchAsync(system, note, $$"""{ "title": "{{i}}" }""", ann, "\"1\"")));

        Assert.Equal("\"2\"", Assert.Single(answers, answer => answer.Status == 200).Header("ETag"));
        Assert.Equal(29, answers.Count(answer => answer.Code == "stale"));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task The_reason_is_told_in_the_order_of_checks(DatabaseKind kind)
    {
        await using var system = await RunningSystem.StartAsync(kind, server);
        var (ann, note, annId) = await NoteAsync(system);
        var (bob, bobId) = await system.SignedInAsync("bob@example.com");
        await system.SendAsync(HttpMethod.Put, $"/api/roles/Manager/members/{bobId}", token: system.InstallationToken);
        var (eve, _) = await system.SignedInAsync("eve@example.com");
        const string Bad = """{ "titel": 1 }""";

        Assert.NotEqual(annId, bobId);
        Assert.Equal("signed-out", (await PatchAsync(system, note, Bad, token: null, tag: null)).Code);
        Assert.Equal("not-found", (await PatchAsync(system, note, Bad, eve, tag: null)).Code);
        Assert.Equal("not-found", (await PatchAsync(system, "/api/notes/" + Guid.NewGuid(), Bad, ann, tag: null)).Code);
        Assert.Equal("forbidden", (await PatchAsync(system, note, Bad, bob, tag: null)).Code);
        Assert.Equal("invalid", (await PatchAsync(system, note, Bad, ann, tag: null)).Code);
        Assert.Equal("precondition-required", (await PatchAsync(system, note, "{}", ann, tag: null)).Code);
    }

    [Fact]
    public async Task A_row_that_may_not_be_read_answers_like_one_that_is_not_there()
    {
        await using var system = await RunningSystem.StartAsync(DatabaseKind.Sqlite, server);
        var (_, note, _) = await NoteAsync(system);
        var (eve, _) = await system.SignedInAsync("eve@example.com");

        var hidden = await PatchAsync(system, note, "{}", eve, "\"1\"");
        var missing = await PatchAsync(system, "/api/notes/" + Guid.NewGuid(), "{}", eve, "\"1\"");
        hidden.Json?.AsObject().Remove("traceId");
        missing.Json?.AsObject().Remove("traceId");

        Assert.Equal(404, hidden.Status);
        Assert.Equal(missing.Json?.ToJsonString(), hidden.Json?.ToJsonString());
        Assert.Equal(missing.Headers.Keys.Order(StringComparer.Ordinal), hidden.Headers.Keys.Order(StringComparer.Ordinal));
    }

    private static async Task<(string Token, string Path, Guid Account)> NoteAsync(RunningSystem system)
    {
        var (token, account) = await system.SignedInAsync("ann@example.com");
        var note = await system.SendAsync(HttpMethod.Post, "/api/notes", """{ "title": "a" }""", token);
        return (token, note.Header("Location") ?? "", account);
    }

    private static async Task<Answer> PatchAsync(RunningSystem system, string path, string json, string? token, string? tag)
    {
        using var request = RunningSystem.Request(HttpMethod.Patch, path, token);
        request.Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        return await system.SendAsync(request);
    }
}
