using System.Net.Http.Headers;
using System.Text;
using Ashlar.Kernel;
using Microsoft.AspNetCore.Builder;

namespace Ashlar.SystemTesting;

/// <summary>The system, running on a database of its own.</summary>
public sealed class TestSystem : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly string _connection;
    private readonly WebApplication _app;
    private readonly HttpClient _client;

    private TestSystem(TestDatabase database, string connection, WebApplication app)
    {
        _database = database;
        _connection = connection;
        _app = app;
        _client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
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
        SendAsync(actor, HttpMethod.Get, path, body: null, ifMatch: null);

    public Task<TestReply> PostAsync(string actor, string path, string body) =>
        SendAsync(actor, HttpMethod.Post, path, body, ifMatch: null);

    public Task<TestReply> PatchAsync(string actor, string path, string body, string? ifMatch = "\"1\"") =>
        SendAsync(actor, HttpMethod.Patch, path, body, ifMatch);

    public Task<TestReply> DeleteAsync(string actor, string path, string? ifMatch = "\"1\"") =>
        SendAsync(actor, HttpMethod.Delete, path, body: null, ifMatch);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _database.DropAsync(_connection);
    }

    internal static string[] Arguments(string connection) =>
    [
        "--environment=Testing", "--urls=http://127.0.0.1:0", $"--ConnectionStrings:Database={connection}",
        "--Logging:LogLevel:Default=None",
    ];

    internal static async Task<TestSystem> StartAsync(SystemUnderTest definition, TestDatabase database)
    {
        var connection = await database.CopyAsync(definition);
        var app = definition.Build(Arguments(connection));
        await app.StartAsync();
        return new(database, connection, app);
    }

    private async Task<TestReply> SendAsync(string actor, HttpMethod method, string path, string? body, string? ifMatch)
    {
        using var request = new HttpRequestMessage(method, path);
        if (TestToken.Of(actor) is { } token)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var response = await _client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new($"{_database.Name}: {method} {path} by {actor}", (int)response.StatusCode, response.Headers.ETag?.Tag, text);
    }
}
