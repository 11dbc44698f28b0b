using System.Net.Http.Headers;
using System.Text;
using Ashlar.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Ashlar.SystemTesting;

/// <summary>The system, running on a database of its own.</summary>
public sealed partial class TestSystem : IAsyncDisposable
{
    private const string Nobody = "nobody";

    private static readonly Statement AllFiles = new("select id from ashlar_files");

    private static readonly Statement NextDue = new(
        "select due_at from ashlar_flow_queue where due_at is not null order by due_at limit 1");

    private readonly SystemUnderTest _definition;
    private readonly TestDatabase _database;
    private readonly string _connection;
    private readonly WebApplication _app;
    private readonly HttpClient _client;

    private TestSystem(SystemUnderTest definition, TestDatabase database, string connection, WebApplication app)
    {
        _definition = definition;
        _database = database;
        _connection = connection;
        _app = app;

        // However long the system takes, a body that it does not ask for is not sent.
        _client = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) })
        {
            BaseAddress = new Uri(app.Urls.First()),
        };
    }

    /// <summary>Runs the same test on a fresh system for each database.</summary>
    public static async Task OnEachAsync(SystemUnderTest definition, Func<TestSystem, Task> test)
    {
        foreach (var database in TestDatabase.All)
        {
            await using var system = await StartAsync(definition, database);
            await test(system);
        }
    }

    public Task<TestReply> GetAsync(string actor, string path) =>
        SendAsync(actor, HttpMethod.Get, path, body: (HttpContent?)null, ifMatch: null);

    /// <summary>Reads with a token that may be nobody's.</summary>
    public async Task<TestReply> GetWithTokenAsync(string token, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        AddToken(request, token);
        return await SendAsync("somebody", request);
    }

    public Task<TestReply> PostAsync(string actor, string path, string body) =>
        SendAsync(actor, HttpMethod.Post, path, Json(body), ifMatch: null);

    public Task<TestReply> PatchAsync(string actor, string path, string body, string? ifMatch = "\"1\"") =>
        SendAsync(actor, HttpMethod.Patch, path, Json(body), ifMatch);

    /// <summary>Sends a file that is what its type says, or other bytes.</summary>
    public Task<TestReply> PutAsync(
        string actor, string path, string type, byte[]? content = null, string? ifMatch = "\"1\"") =>
        SendAsync(actor, HttpMethod.Put, path, Of(type, new ByteArrayContent(content ?? TestFile.Of(type))), ifMatch);

    /// <summary>Announces a file of so many bytes.</summary>
    public Task<TestReply> AnnounceAsync(string actor, string path, string type, long bytes) =>
        SendAsync(actor, HttpMethod.Put, path, Of(type, new AnnouncedContent(bytes)), ifMatch: "\"1\"");

    /// <summary>How many statements the database is asked to answer a read.</summary>
    public async Task<long> CountStatementsAsync(string actor, string path, int status = 200, string code = "") =>
        (await CostAsync(async () => (await GetAsync(actor, path)).Expect(status, code))).Statements;

    /// <summary>What some requests cost the database, with all that their events make others do.</summary>
    public async Task<(long Statements, long Commits)> CostAsync(Func<Task> requests)
    {
        await SettleAsync();
        var database = _app.Services.GetRequiredService<Database>();
        var (statements, commits) = (database.StatementCount, database.CommitCount);
        await requests();
        await SettleAsync();
        return (database.StatementCount - statements, database.CommitCount - commits);
    }

    /// <summary>How many files the database holds.</summary>
    public async Task<int> CountFilesAsync()
    {
        await using var session = await _app.Services.GetRequiredService<Database>().ReadAsync(CancellationToken.None);
        return (await session.ListAsync(AllFiles, rows => rows.Uuid(0))).Count;
    }

    public Task<TestReply> DeleteAsync(string actor, string path, string? ifMatch = "\"1\"") =>
        SendAsync(actor, HttpMethod.Delete, path, body: (HttpContent?)null, ifMatch);

    /// <summary>Sends any request; without a body where there is none.</summary>
    internal Task<TestReply> SendAsync(string actor, HttpMethod method, string path, string? body, string? ifMatch) =>
        SendAsync(actor, method, path, body is null ? null : Json(body), ifMatch);

    /// <summary>Opens a session of the system's database.</summary>
    internal ValueTask<Session> OpenAsync() =>
        _app.Services.GetRequiredService<Database>().BeginAsync(CancellationToken.None);

    /// <summary>Changes rows behind the back of the system.</summary>
    internal async Task ExecuteAsync(Statement statement, params IReadOnlyList<Value> values)
    {
        await using var session = await OpenAsync();
        await session.ExecuteAsync(statement, [.. values]);
        await session.CommitAsync();
    }

    /// <summary>Waits until all that is due is done.</summary>
    /// <returns>What failed of it.</returns>
    internal async Task<IReadOnlyList<string>> SettleAsync()
    {
        const int mostRounds = 10;
        var database = _app.Services.GetRequiredService<Database>();
        for (var round = 1; ; round++)
        {
            var failures = new List<string>();
            var commits = database.CommitCount;
            foreach (var part in Parts)
            {
                failures.AddRange(await part.SettleAsync(_app.Services, CancellationToken.None));
            }

            // What one part does may be work for another.
            if (round == mostRounds || failures.Count > 0 || commits == database.CommitCount || !HasWorkflows)
            {
                return failures;
            }
        }
    }

    /// <summary>What slots with effects answer: their code is never run.</summary>
    internal SlotAnswers Answers { get; private init; } = new();

    /// <summary>When a workflow has something to do next.</summary>
    internal async Task<DateTimeOffset?> NextDueAsync()
    {
        await using var session = await _app.Services.GetRequiredService<Database>().ReadAsync(CancellationToken.None);
        return await session.ListAsync(NextDue, rows => rows.Instant(0)) is [var due, ..] ? due : null;
    }

    /// <summary>Some part of the system waits for time to go by.</summary>
    internal bool HasWorkflows => Parts.Any(part => part.TellsOthers);

    private IReadOnlyList<IKernelPart> Parts => _app.Services.GetRequiredService<SystemDescription>().Parts;

    /// <summary>The zone in which a day of the system begins.</summary>
    internal string Zone => _app.Services.GetRequiredService<SystemDescription>().Zone;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _database.DropAsync(_connection);
    }

    internal static string[] Arguments(SystemUnderTest definition, string connection) =>
    [
        "--environment=Testing", "--urls=http://127.0.0.1:0", $"--ConnectionStrings:Database={connection}",
        "--Logging:LogLevel:Default=None", .. definition.Settings,
    ];

    internal static async Task<TestSystem> StartAsync(SystemUnderTest definition, TestDatabase database)
    {
        var connection = await database.CopyAsync(definition);
        var app = definition.Build(Arguments(definition, connection));
        app.Use(RefusalHeader.AddAsync);
        var answers = new SlotAnswers();
        app.Services.GetRequiredService<SlotDoubles>().Answer = answers.Of;
        await app.StartAsync();
        return new(definition, database, connection, app) { Answers = answers };
    }

    private void AddToken(HttpRequestMessage request, string token) =>
        request.Headers.TryAddWithoutValidation(_definition.Tokens.Header, $"{_definition.Tokens.Scheme} {token}".TrimStart());

    private static HttpContent Of(string type, HttpContent content)
    {
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return content;
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private async Task<TestReply> SendAsync(string actor, HttpMethod method, string path, HttpContent? body, string? ifMatch)
    {
        using var request = new HttpRequestMessage(method, path);
        if (actor != Nobody)
        {
            AddToken(request, _definition.TokenOf(actor));
        }

        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        request.Content = body;
        request.Headers.ExpectContinue = body is AnnouncedContent;
        return await SendAsync(actor, request);
    }

    private async Task<TestReply> SendAsync(string actor, HttpRequestMessage request)
    {
        using var response = await _client.SendAsync(request);
        var about = $"{_database.Name}: {request.Method} {request.RequestUri} by {actor}";
        return new(about, (int)response.StatusCode, response.Headers.ETag?.Tag)
        {
            Location = response.Headers.Location?.OriginalString,
            Content = await response.Content.ReadAsByteArrayAsync(),
            MediaType = response.Content.Headers.ContentType?.MediaType,
            Refusal = RefusalHeader.Of(response),
            Disposition = response.Content.Headers.ContentDisposition?.DispositionType,
        };
    }
}
