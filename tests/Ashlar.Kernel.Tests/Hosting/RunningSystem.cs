using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Ashlar.Kernel.Tests.Hosting;

/// <summary>The notes system on a loopback port with a fresh database.</summary>
internal sealed class RunningSystem : IAsyncDisposable
{
    // SQLite blocks the thread that waits for it. With as many threads as cores, several systems in one process would
    // keep each other from accepting a connection.
    static RunningSystem() => ThreadPool.SetMinThreads(workerThreads: 32, completionPortThreads: 32);

    private const string Password = "tidal pool 42";

    private readonly TestDatabase _database;

    private RunningSystem(TestDatabase database, WebApplication app, string? installationToken)
    {
        _database = database;
        App = app;
        InstallationToken = installationToken;

        // However long the system takes, a body that it does not ask for is not sent.
        Http = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) })
        {
            BaseAddress = new Uri(app.Urls.First()),
        };
    }

    public WebApplication App { get; }

    public HttpClient Http { get; }

    public string? InstallationToken { get; }

    public Database Database => App.Services.GetRequiredService<Database>();

    public static Task<RunningSystem> StartAsync(
        DatabaseKind kind, PostgresServer server, Action<WebApplicationBuilder>? configure = null, params string[] settings) =>
        StartAsync(kind, server, args => NotesSystem.Build([.. args, .. settings], configure));

    /// <summary>Starts the system with further endpoints.</summary>
    public static Task<RunningSystem> StartWithAsync(
        DatabaseKind kind, PostgresServer server, Action<Api> map, params string[] settings) =>
        StartAsync(kind, server, args => NotesSystem.Build([.. args, .. settings], map: map));

    /// <summary>Starts the system with further parts and endpoints.</summary>
    public static Task<RunningSystem> StartWithAsync(
        DatabaseKind kind, PostgresServer server, IKernelPart part, Action<Api> map) =>
        StartAsync(
            kind,
            server,
            args => NotesSystem.Build(args, map: map, description: NotesSystem.Description with { Parts = [part] }));

    /// <summary>Starts the system with a clock and what outside services call.</summary>
    public static Task<RunningSystem> StartWithAsync(
        DatabaseKind kind, PostgresServer server, TimeProvider clock, Action<Callbacks> map, params string[] settings) =>
        StartAsync(kind, server, args =>
        {
            var description = NotesSystem.Description with { Clock = clock };
            var app = NotesSystem.Build([.. args, .. settings], description: description);
            map(new Callbacks(app));
            return app;
        });

    private static async Task<RunningSystem> StartAsync(
        DatabaseKind kind, PostgresServer server, Func<string[], WebApplication> build)
    {
        var database = await TestDatabase.CreateAsync(kind, server);
        var app = build(
        [
            "--urls=http://127.0.0.1:0", "--ConnectionStrings:Database=" + database.ConnectionString,
            "--environment=Production", "--Logging:LogLevel:Default=None", "--Kernel:Deadline=00:01:00",
        ]);
        var installer = app.Services.GetRequiredService<SchemaInstaller>();
        var token = await installer.InstallAsync(
            app.Services.GetRequiredService<Database>(), runtimeUser: null, samples: null, TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(database, app, token);
    }

    public async Task<Answer> SendAsync(HttpMethod method, string path, string? json = null, string? token = null)
    {
        using var request = Request(method, path, token);
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");

            // A body that the server does not read is not sent, so that its answer is never lost in a cut connection.
            request.Headers.ExpectContinue = json.Length > 1_000_000;
        }

        return await SendAsync(request);
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) ?? false;
        var headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new((int)response.StatusCode, isJson ? JsonNode.Parse(text) : null, text, headers);
    }

    public static HttpRequestMessage Request(HttpMethod method, string path, string? token = null)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    /// <summary>Waits until the system has done what requests set going.</summary>
    public async Task SettleAsync()
    {
        foreach (var part in App.Services.GetRequiredService<SystemDescription>().Parts)
        {
            await part.SettleAsync(App.Services, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Creates an account and signs in.</summary>
    public async Task<(string Token, Guid Account)> SignedInAsync(string email)
    {
        await SendAsync(HttpMethod.Post, "/api/accounts", Credentials(email, Password));
        var answer = await SendAsync(HttpMethod.Post, "/api/sign-in", Credentials(email, Password));
        return ((string?)answer.Json?["token"] ?? "", Guid.Parse((string?)answer.Json?["account"] ?? ""));
    }

    public static string Credentials(string email, string password) =>
        new JsonObject { ["email"] = email, ["password"] = password }.ToJsonString();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await App.DisposeAsync();
        await _database.DisposeAsync();
    }
}

/// <summary>What a request got.</summary>
internal sealed record Answer(int Status, JsonNode? Json, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public string? Code => (string?)Json?["code"];

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
