using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Ashlar.EndToEnd.Tool;
using Ashlar.Testing;

namespace Ashlar.EndToEnd.Attacks;

/// <summary>The examples under requests that are malformed, huge, deep, foreign or made at the same moment.</summary>
public sealed class AttackTests(PostgresServer postgres) : IDisposable
{
    private const int Crowd = 24;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string, bool> Systems => new()
    {
        { "bookshop", "elif@bookshop.example", false },
        { "bookshop", "elif@bookshop.example", true },
        { "helpdesk", "ada@desk.example", false },
        { "helpdesk", "ada@desk.example", true },
    };

    [Theory]
    [MemberData(nameof(Systems))]
    public async Task Whatever_is_sent_the_answer_is_a_problem_with_a_code(string example, string address, bool isPostgres)
    {
        await using var run = await Start(example, isPostgres);
        var token = await Requests.SignIn(run, address);
        var document = await Requests.Json(run, HttpMethod.Get, "/openapi.json", token: null);
        var codes = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var request in new Battery(document).Requests())
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            codes.Add(await AnswerTo(run, request));
        }

        Assert.Superset(
            new HashSet<string> { "invalid", "not-found", "unsupported-media-type", "method-not-allowed" }, codes);
        Assert.DoesNotContain("too-many", codes);
        Assert.DoesNotContain("token-refused", codes);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_many_who_do_the_same_at_once_one_succeeds(bool isPostgres)
    {
        await using var run = await Start("bookshop", isPostgres);
        var token = await Requests.SignIn(run, "elif@bookshop.example");
        var create = await AtOnce(run, token, () => Change(HttpMethod.Post, "/api/publishers", "{\"name\":\"Only One\"}"));
        Assert.Equal(1, create.Count(answer => answer is (HttpStatusCode.Created, "")));
        Assert.Equal(Crowd - 1, create.Count(answer => answer is (HttpStatusCode.Conflict, "taken")));

        var publishers = await Requests.Json(run, HttpMethod.Get, "/api/publishers?limit=100", token);
        var made = publishers.GetProperty("items").EnumerateArray()
            .Single(row => row.GetProperty("name").GetString() == "Only One");
        var path = $"/api/publishers/{made.GetProperty("id").GetString()}";
        var update = await AtOnce(run, token, () => Change(HttpMethod.Patch, path, "{\"website\":\"https://one.example\"}"));
        Assert.Equal(1, update.Count(answer => answer is (HttpStatusCode.OK, "")));
        Assert.Equal(Crowd - 1, update.Count(answer => answer is (HttpStatusCode.PreconditionFailed, "stale")));

        var delete = await AtOnce(run, token, () => Change(HttpMethod.Delete, path, body: null, version: "\"2\""));
        Assert.Equal(1, delete.Count(answer => answer is (HttpStatusCode.NoContent, "")));
        Assert.Equal(Crowd - 1, delete.Count(answer => answer is (HttpStatusCode.NotFound, "not-found")));
    }

    [Fact]
    public async Task A_body_that_is_far_too_large_is_refused_and_the_system_goes_on()
    {
        await using var run = await Start("bookshop", isPostgres: false);
        var token = await Requests.SignIn(run, "elif@bookshop.example");
        for (var i = 0; i < 8; i++)
        {
            using var request = Change(HttpMethod.Post, "/api/publishers", $"{{\"name\":\"{new string('n', 50_000_000)}\"}}");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            Assert.Equal("body-too-large", await AnswerTo(run, request));
        }
    }

    private static HttpRequestMessage Change(HttpMethod method, string path, string? body, string version = "\"1\"")
    {
        var request = new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("If-Match", version);
        return request;
    }

    private static async Task<IReadOnlyList<(HttpStatusCode Status, string Code)>> AtOnce(
        LiveRun run, string token, Func<HttpRequestMessage> make) =>
        await Task.WhenAll(Enumerable.Range(0, Crowd).Select(async _ =>
        {
            using var request = make();
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var response = await run.Http.SendAsync(request, TestContext.Current.CancellationToken);
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return (response.StatusCode, response.IsSuccessStatusCode ? "" : CodeOf(text));
        }));

    private static string CodeOf(string problem) => JsonDocument.Parse(problem).RootElement.GetProperty("code").GetString() ?? "";

    private async Task<LiveRun> Start(string example, bool isPostgres)
    {
        _folder.WithModelOf(example);
        return isPostgres
            ? await LiveRun.Start(_folder.Root, "--database", await postgres.CreateDatabaseAsync())
            : await LiveRun.Start(_folder.Root);
    }

    /// <summary>The code of a refusal, after a look at its form; nothing for what is done.</summary>
    private static async Task<string> AnswerTo(LiveRun run, HttpRequestMessage request)
    {
        using var response = await run.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var about = $"{request.Method} {request.RequestUri}: {(int)response.StatusCode} {text}";
        Assert.True((int)response.StatusCode < 500, about);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        if ((int)response.StatusCode < 400 || request.Method == HttpMethod.Head)
        {
            return "";
        }

        Assert.True(response.Content.Headers.ContentType?.MediaType == "application/problem+json", about);
        return CodeOf(text);
    }
}
