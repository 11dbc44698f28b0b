using System.Net.Http.Headers;
using System.Text;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Kernel.Tests.Hosting;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Web;

/// <summary>A request with a key has one effect however often it is sent, and its answer goes to whoever sent it.</summary>
public sealed class IdempotencyTests(PostgresServer server)
{
    private const string Note = """{"title":"Low tide"}""";

    private static readonly Statement CountNotes = new("select count(*) from notes");
    private static readonly Statement CountAnswers = new("select count(*) from ashlar_answers");
    private static readonly Statement CountAccounts = new("select count(*) from accounts");
    private static readonly Statement CountFiles = new("select count(*) from ashlar_files");

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task The_same_request_gets_the_same_answer_and_changes_nothing(DatabaseKind kind)
    {
        await using var system = await RunningSystem.StartAsync(kind, server);
        var (ann, _) = await system.SignedInAsync("ann@example.com");

        var first = await SendAsync(system, "/api/notes", Note, "k-1", ann);
        var second = await SendAsync(system, "/api/notes", Note, "k-1", ann);

        Assert.Equal((201, null), (first.Status, first.Header("Idempotency-Replayed")));
        Assert.Equal((201, "true"), (second.Status, second.Header("Idempotency-Replayed")));
        Assert.Equal(first.Text, second.Text);
        foreach (var header in (string[])["ETag", "Location", "Content-Type", "Content-Length", "X-Content-Type-Options"])
        {
            Assert.Equal((header, first.Header(header)), (header, second.Header(header)));
        }

        Assert.Equal(1, await AskAsync(system, CountNotes));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task An_update_is_made_once(DatabaseKind kind)
    {
        await using var system = await RunningSystem.StartAsync(kind, server);
        var (ann, _) = await system.SignedInAsync("ann@example.com");
        var note = (await SendAsync(system, "/api/notes", Note, "k-1", ann)).Header("Location") ?? "";

        var first = await SendAsync(system, note, """{"title":"High tide"}""", "k-2", ann, HttpMethod.Patch, "\"1\"");
        var second = await SendAsync(system, note, """{"title":"High tide"}""", "k-2", ann, HttpMethod.Patch, "\"1\"");

        Assert.Equal((200, "\"2\""), (first.Status, first.Header("ETag")));
        Assert.Equal((200, "\"2\"", "true"), (second.Status, second.Header("ETag"), second.Header("Idempotency-Replayed")));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_key_belongs_to_one_request(DatabaseKind kind)
    {
        await using var system = await RunningSystem.StartAsync(kind, server);
        var (ann, _) = await system.SignedInAsync("ann@example.com");
        var note = (await SendAsync(system, "/api/notes", Note, "k-1", ann)).Header("Location") ?? "";

        Answer[] others =
        [
            await SendAsync(system, "/api/notes", """{"title":"High tide"}""", "k-1", ann),
            await SendAsync(system, "/api/notes?x=1", Note, "k-1", ann),
            await SendAsync(system, note, Note, "k-1", ann, HttpMethod.Patch, "\"1\""),
        ];

        Assert.All(others, answer => Assert.Equal((422, "key-reused"), (answer.Status, answer.Code)));
        Assert.Equal(1, await AskAsync(system, CountNotes));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_key_belongs_to_one_caller(DatabaseKind kind)
    {
        await using var system = await RunningSystem.StartAsync(kind, server);
        var (ann, _) = await system.SignedInAsync("ann@example.com");
        var (bob, _) = await system.SignedInAsync("bob@example.com");

        var first = await SendAsync(system, "/api/notes", Note, "k-1", ann);
        var other = await SendAsync(system, "/api/notes", Note, "k-1", bob);
        var nobody = await SendAsync(system, "/api/notes", Note, "k-1");

        Assert.Equal((201, null), (other.Status, other.Header("Idempotency-Replayed")));
        Assert.NotEqual(first.Header("Location"), other.Header("Location"));
        Assert.Equal("signed-out", nobody.Code);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Nobody_shares_a_key_only_with_who_sends_the_same(DatabaseKind kind)
    {
        await using var system = await RunningSystem.StartAsync(kind, server);
        var ann = RunningSystem.Credentials("ann@example.com", "tidal pool 42");
        var bob = RunningSystem.Credentials("bob@example.com", "tidal pool 42");

        var first = await SendAsync(system, "/api/accounts", ann, "k-1");
        var again = await SendAsync(system, "/api/accounts", ann, "k-1");
        var other = await SendAsync(system, "/api/accounts", bob, "k-1");

        Assert.Equal((201, "true"), (again.Status, again.Header("Idempotency-Replayed")));
        Assert.Equal(first.Header("Location"), again.Header("Location"));
        Assert.Equal((201, null), (other.Status, other.Header("Idempotency-Replayed")));
        Assert.Equal(2, await AskAsync(system, CountAccounts));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, "/api/notes")]
    [InlineData(DatabaseKind.Postgres, "/api/notes")]
    [InlineData(DatabaseKind.Sqlite, "/api/accounts")]
    [InlineData(DatabaseKind.Postgres, "/api/accounts")]
    public async Task Sent_many_times_at_once_it_has_one_effect_and_one_answer(DatabaseKind kind, string path)
    {
        await using var system = await RunningSystem.StartAsync(kind, server);
        var (ann, _) = await system.SignedInAsync("ann@example.com");
        var (body, counted, before) = path == "/api/notes"
            ? (Note, CountNotes, 0)
            : (RunningSystem.Credentials("bob@example.com", "tidal pool 42"), CountAccounts, 1);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SendAsync(system, path, body, "k-1", ann)));

        Assert.All(answers, answer => Assert.Equal(201, answer.Status));
        Assert.Single(answers.Select(answer => answer.Header("Location")).Distinct());
        Assert.Single(answers, answer => answer.Header("Idempotency-Replayed") is null);
        Assert.Equal(before + 1, await AskAsync(system, counted));
        Assert.Equal(1, await AskAsync(system, CountAnswers));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Work_in_one_transaction_is_done_once(DatabaseKind kind)
    {
        var putOut = new Statement(
            postgres: "update lamps set is_lit = false, changes = changes + 1 where is_lit returning name",
            sqlite: "update lamps set is_lit = 0, changes = changes + 1 where is_lit = 1 returning name");
        await using var system = await RunningSystem.StartWithAsync(kind, server, api => api.Post("/dark", "dark", call =>
            call.TransactAsync(async work => await work.Session.ListAsync(putOut, rows => rows.Text(0)) is { Count: > 0 }
                ? Reply.NoContent()
                : Refusal.StateConflict("It is dark.", "Lit"))));
        var commits = system.Database.CommitCount;

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SendAsync(system, "/api/dark", body: null, "k-1")));

        Assert.All(answers, answer => Assert.Equal(204, answer.Status));
        Assert.Single(answers, answer => answer.Header("Idempotency-Replayed") is null);
        Assert.Equal(2, await AskAsync(system, new("select sum(changes) from lamps")));
        Assert.Equal(1, system.Database.CommitCount - commits);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_refusal_is_not_stored(DatabaseKind kind)
    {
        await using var system = await RunningSystem.StartAsync(kind, server);
        var (ann, _) = await system.SignedInAsync("ann@example.com");
        var account = RunningSystem.Credentials("ann@example.com", "tidal pool 42");

        Assert.Equal("invalid", (await SendAsync(system, "/api/notes", "{}", "k-1", ann)).Code);
        const string wordy = """{"title":"A title that is not short at all"}""";
        Assert.Equal("short", (await SendAsync(system, "/api/notes", wordy, "k-1", ann)).Code);
        Assert.Equal("taken", (await SendAsync(system, "/api/accounts", account, "k-1", ann)).Code);

        Assert.Equal(0, await AskAsync(system, CountAnswers));
        Assert.Equal(201, (await SendAsync(system, "/api/notes", Note, "k-1", ann)).Status);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task An_upload_is_stored_once(DatabaseKind kind)
    {
        await using var system = await RunningSystem.StartAsync(kind, server);
        var (ann, _) = await system.SignedInAsync("ann@example.com");
        var picture = (await SendAsync(system, "/api/notes", Note, "k-1", ann)).Header("Location") + "/picture";

        var first = await UploadAsync(system, picture, "tide", ann);
        var second = await UploadAsync(system, picture, "tide", ann);
        var other = await UploadAsync(system, picture, "ebb", ann);

        Assert.Equal((204, "\"2\"", null), (first.Status, first.Header("ETag"), first.Header("Idempotency-Replayed")));
        Assert.Equal((204, "\"2\"", "true"), (second.Status, second.Header("ETag"), second.Header("Idempotency-Replayed")));
        Assert.Equal("key-reused", other.Code);
        Assert.Equal(1, await AskAsync(system, CountFiles));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\tb")]
    [InlineData("256")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        await using var system = await RunningSystem.StartAsync(DatabaseKind.Sqlite, server);

        var answer = await SendAsync(system, "/api/accounts", "{}", key == "256" ? new string('k', 256) : key);

        Assert.Equal((400, "invalid"), (answer.Status, answer.Code));
        Assert.Equal("Idempotency-Key", (string?)answer.Json?["errors"]?[0]?["field"]);
    }

    [Fact]
    public async Task Answers_to_a_sign_in_are_not_stored()
    {
        await using var system = await RunningSystem.StartAsync(DatabaseKind.Sqlite, server);
        await system.SignedInAsync("ann@example.com");
        var credentials = RunningSystem.Credentials("ann@example.com", "tidal pool 42");

        var first = await SendAsync(system, "/api/sign-in", credentials, "k-1");
        var second = await SendAsync(system, "/api/sign-in", credentials, "k-1");

        Assert.Equal((200, 200), (first.Status, second.Status));
        Assert.NotEqual((string?)first.Json?["token"], (string?)second.Json?["token"]);
        Assert.Equal(0, await AskAsync(system, CountAnswers));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task An_answer_has_its_time(DatabaseKind kind)
    {
        await using var system = await RunningSystem.StartAsync(kind, server, null, "--Kernel:AnswerLifetime=00:00:00");
        var (ann, _) = await system.SignedInAsync("ann@example.com");

        Assert.Equal(201, (await SendAsync(system, "/api/notes", Note, "k-1", ann)).Status);
        var again = await SendAsync(system, "/api/notes", Note, "k-1", ann);

        Assert.Equal((201, null), (again.Status, again.Header("Idempotency-Replayed")));
        Assert.Equal((2, 1), (await AskAsync(system, CountNotes), await AskAsync(system, CountAnswers)));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_request_without_a_key_costs_no_statement_more(DatabaseKind kind)
    {
        await using var system = await RunningSystem.StartAsync(kind, server);
        var before = system.Database.StatementCount;

        await system.SendAsync(HttpMethod.Post, "/api/accounts", RunningSystem.Credentials("ann@example.com", "tidal pool 42"));

        Assert.Equal(1, system.Database.StatementCount - before);
    }

    [Fact]
    public async Task A_session_that_ended_gets_no_stored_answer()
    {
        await using var system = await RunningSystem.StartAsync(DatabaseKind.Postgres, server);
        var (ann, _) = await system.SignedInAsync("ann@example.com");
        Assert.Equal(201, (await SendAsync(system, "/api/notes", Note, "k-1", ann)).Status);
        await system.SendAsync(HttpMethod.Post, "/api/sign-out", token: ann);

        Assert.Equal("token-refused", (await SendAsync(system, "/api/notes", Note, "k-1", ann)).Code);
    }

    private static async Task<long> AskAsync(RunningSystem system, Statement statement)
    {
        await using var session = await system.Database.ReadAsync(TestContext.Current.CancellationToken);
        return Assert.Single(await session.ListAsync(statement, rows => rows.Long(0)));
    }

    private static Task<Answer> SendAsync(
        RunningSystem system,
        string path,
        string? body,
        string key,
        string? token = null,
        HttpMethod? method = null,
        string? match = null) =>
        SendAsync(
            system,
            RunningSystem.Request(method ?? HttpMethod.Post, path, token),
            body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
            key,
            match);

    private static Task<Answer> UploadAsync(RunningSystem system, string path, string text, string token)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        return SendAsync(system, RunningSystem.Request(HttpMethod.Put, path, token), content, "k-2", "\"1\"");
    }

    private static async Task<Answer> SendAsync(
        RunningSystem system, HttpRequestMessage request, HttpContent? content, string key, string? match)
    {
        using (request)
        {
            request.Content = content;
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
            if (match is not null)
            {
                request.Headers.TryAddWithoutValidation("If-Match", match);
            }

            return await system.SendAsync(request);
        }
    }
}
