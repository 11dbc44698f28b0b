using System.Text;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Hosting;

public sealed class RequestTests(PostgresServer server)
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_note_is_created_and_read_by_its_owner_only(DatabaseKind kind)
    {
        await using var system = await RunningSystem.StartAsync(kind, server);
        var (ann, _) = await system.SignedInAsync("ann@example.com");
        var (bob, _) = await system.SignedInAsync("bob@example.com");

        var created = await system.SendAsync(HttpMethod.Post, "/api/notes", """{ "title": "hello" }""", ann);
        var path = created.Header("Location") ?? "";

        Assert.Equal((201, "\"1\""), (created.Status, created.Header("ETag")));
        Assert.Equal("hello", (string?)(await system.SendAsync(HttpMethod.Get, path, token: ann)).Json?["title"]);
        Assert.Equal(404, (await system.SendAsync(HttpMethod.Get, path, token: bob)).Status);
        Assert.Equal(404, (await system.SendAsync(HttpMethod.Get, path)).Status);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Broken_constraints_are_refusals(DatabaseKind kind)
    {
        await using var system = await RunningSystem.StartAsync(kind, server);
        var (ann, _) = await system.SignedInAsync("ann@example.com");

        var taken = await system.SendAsync(
            HttpMethod.Post, "/api/accounts", RunningSystem.Credentials("ANN@example.com", "tidal pool 42"));
        var check = await system.SendAsync(HttpMethod.Post, "/api/notes", """{ "title": "longer than the check allows" }""", ann);

        Assert.Equal((409, "taken"), (taken.Status, taken.Code));
        Assert.Equal((422, "short"), (check.Status, check.Code));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Twenty_at_once_make_one_account(DatabaseKind kind)
    {
        await using var system = await RunningSystem.StartAsync(kind, server);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => system.SendAsync(
            HttpMethod.Post, "/api/accounts", RunningSystem.Credentials("ann@example.com", "tidal pool 42"))));

        Assert.Equal(1, answers.Count(answer => answer.Status == 201));
        Assert.Equal(19, answers.Count(answer => answer.Status == 409));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_request_ends_at_its_deadline(DatabaseKind kind)
    {
        await using var system = await RunningSystem.StartAsync(kind, server, configure: null, "--Kernel:Deadline=00:00:00.300");

        var answer = await system.SendAsync(HttpMethod.Get, "/api/slow");

        Assert.Equal((503, "timeout"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_defect_tells_nothing()
    {
        await using var system = await RunningSystem.StartAsync(DatabaseKind.Sqlite, server);

        var answer = await system.SendAsync(HttpMethod.Get, "/api/defect");

        Assert.Equal((500, "defect", "application/problem+json"), (answer.Status, answer.Code, answer.Header("Content-Type")));
        Assert.DoesNotContain("secret", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer.Text, StringComparison.Ordinal);
        Assert.Equal((422, "out-of-range"), await StatusAndCodeAsync(system, "/api/overflow"));
    }

    [Theory]
    [InlineData("{", 400, "invalid")]
    [InlineData("", 400, "invalid")]
    [InlineData("[]", 400, "invalid")]
    [InlineData("""{ "title": "a", "title": "b" }""", 400, "invalid")]
    [InlineData("""{ "title": "a", "\u0074itle": "b" }""", 400, "invalid")]
    [InlineData("""{ "\ud800": 1 }""", 400, "invalid")]
    [InlineData("""{ "title": "a", "id": "x" }""", 400, "invalid")]
    public async Task A_malformed_body_is_refused(string json, int status, string code)
    {
        await using var system = await RunningSystem.StartAsync(DatabaseKind.Sqlite, server);
        var (ann, _) = await system.SignedInAsync("ann@example.com");

        var answer = await system.SendAsync(HttpMethod.Post, "/api/notes", json, ann);

        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_deep_or_large_body_is_refused()
    {
        await using var system = await RunningSystem.StartAsync(DatabaseKind.Sqlite, server);
        var (ann, _) = await system.SignedInAsync("ann@example.com");
        var deep = string.Concat(Enumerable.Repeat("""{"a":""", 10_000)) + "1" + new string('}', 10_000);

        var tooDeep = await system.SendAsync(HttpMethod.Post, "/api/notes", deep, ann);
        Assert.Equal((400, ""), (tooDeep.Status, (string?)tooDeep.Json?["errors"]?[0]?["field"]));
        var large = await system.SendAsync(
            HttpMethod.Post, "/api/notes", $$"""{"title":"{{new string('x', 1_100_000)}}"}""", ann);
        Assert.Equal((413, "body-too-large"), (large.Status, large.Code));
    }

    [Theory]
    [InlineData("text/plain", null, 415)]
    [InlineData("application/json; charset=utf-16", null, 415)]
    [InlineData("application/json", "gzip", 415)]
    [InlineData("application/json; charset=UTF-8", null, 201)]
    public async Task Only_plain_json_is_taken(string type, string? encoding, int status)
    {
        await using var system = await RunningSystem.StartAsync(DatabaseKind.Sqlite, server);
        var (ann, _) = await system.SignedInAsync("ann@example.com");
        using var request = RunningSystem.Request(HttpMethod.Post, "/api/notes", ann);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes("""{ "title": "a" }"""));
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (encoding is not null)
        {
            request.Content.Headers.ContentEncoding.Add(encoding);
        }

        Assert.Equal(status, (await system.SendAsync(request)).Status);
    }

    [Theory]
    [InlineData("application/json", 404)]
    [InlineData("application/*;q=0.5", 404)]
    [InlineData("text/html, */*;q=0.1", 404)]
    [InlineData("text/html", 406)]
    [InlineData("application/json;q=0", 406)]
    public async Task An_answer_that_the_client_does_not_take_is_not_made(string accept, int status)
    {
        await using var system = await RunningSystem.StartAsync(DatabaseKind.Sqlite, server);
        using var request = RunningSystem.Request(HttpMethod.Get, "/api/notes/x");
        request.Headers.TryAddWithoutValidation("Accept", accept);

        Assert.Equal(status, (await system.SendAsync(request)).Status);
    }

    [Theory]
    [InlineData("GET", "/nothing", 404, "not-found")]
    [InlineData("DELETE", "/api/accounts", 405, "method-not-allowed")]
    public async Task A_request_without_an_endpoint_gets_a_problem_document(string method, string path, int status, string code)
    {
        await using var system = await RunningSystem.StartAsync(DatabaseKind.Sqlite, server);

        var answer = await system.SendAsync(new HttpMethod(method), path);

        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.Null(answer.Header("Server"));
    }

    [Fact]
    public async Task A_caller_who_asks_too_much_must_wait()
    {
        await using var system = await RunningSystem.StartAsync(
            DatabaseKind.Sqlite, server, configure: null, "--Kernel:RequestsPerSecond=0.5", "--Kernel:RequestBurst=5");
        var (ann, _) = await system.SignedInAsync("ann@example.com");

        var answers = new List<Answer>();
        for (var i = 0; i < 8; i++)
        {
            answers.Add(await system.SendAsync(HttpMethod.Get, "/api/notes/x", token: ann));
        }

        Assert.All(answers[..5], answer => Assert.Equal(404, answer.Status));
        Assert.All(answers[5..], answer => Assert.Equal((429, "too-many"), (answer.Status, answer.Code)));
        Assert.NotNull(answers[^1].Header("Retry-After"));
        Assert.Equal(404, (await system.SendAsync(HttpMethod.Get, "/api/notes/x")).Status);
    }

    private static async Task<(int, string?)> StatusAndCodeAsync(RunningSystem system, string path)
    {
        var answer = await system.SendAsync(HttpMethod.Get, path);
        return (answer.Status, answer.Code);
    }
}
