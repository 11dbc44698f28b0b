using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Ashlar.EndToEnd.Tool;
using Ashlar.Testing;
using Npgsql;

namespace Ashlar.EndToEnd.Contracts;

/// <summary>The press, a model whose API has nothing from the defaults, served on each database.</summary>
public sealed class PressRuns(PostgresServer postgres) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new TemporaryFolder()
        .With("model/press.ashlar", File.ReadAllText(Checkout.PathOf("tests/Ashlar.EndToEnd/Contracts/press.ashlar")));

    private readonly Dictionary<string, Press> _presses = [];

    /// <summary>The names of the databases, for theories.</summary>
    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async Task<Press> On(string database)
    {
        if (!_presses.TryGetValue(database, out var press))
        {
            var choice = database == "postgres"
                ? UrlOf(await postgres.CreateDatabaseAsync())
                : _folder.PathOf("press.db");
            press = new Press(await LiveRun.Start(_folder.Root, "--database", choice));
            _presses[database] = press;
        }

        return press;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var press in _presses.Values)
        {
            await press.DisposeAsync();
        }

        _folder.Dispose();
    }

    private static string UrlOf(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        return $"postgres://{settings.Username}@{settings.Host}:{settings.Port}/{settings.Database}";
    }
}

/// <summary>The press on one database, as its callers see it.</summary>
public sealed class Press : IAsyncDisposable
{
    private readonly LiveRun _run;

    internal Press(LiveRun run) => _run = run;

    /// <summary>Makes an article with this slug; its title is the same.</summary>
    public Task<PressAnswer> Write(string slug) => Send(
        HttpMethod.Post, "/api/articles", $$"""{ "article": { "slug": "{{slug}}", "title": "{{slug}}" } }""");

    public async Task<PressAnswer> Send(HttpMethod method, string path, string? body = null, string? version = null)
    {
        // As it stands: a Uri would decode what it thinks it may.
        var options = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        Assert.True(Uri.TryCreate(_run.Http.BaseAddress?.ToString().TrimEnd('/') + path, options, out var address));
        using var request = new HttpRequestMessage(method, address);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        if (version is not null)
        {
            request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(version));
        }

        using var response = await _run.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new((int)response.StatusCode, text, response.Headers.Location?.OriginalString ?? "");
    }

    /// <summary>A request as a browser sends it for a page of some site; what it is told of sites is all that counts.</summary>
    public async Task<(int Status, string Site, string Varies, string Readable, string May)> Browse(
        HttpMethod method, string path, string? origin)
    {
        using var request = new HttpRequestMessage(method, path);
        if (origin is not null)
        {
            request.Headers.TryAddWithoutValidation("Origin", origin);
        }

        using var response = await _run.Http.SendAsync(request, TestContext.Current.CancellationToken);
        string Header(string name) => response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
        return (
            (int)response.StatusCode, Header("Access-Control-Allow-Origin"), Header("Vary"),
            Header("Access-Control-Expose-Headers"), Header("Access-Control-Allow-Headers"));
    }

    public ValueTask DisposeAsync() => _run.DisposeAsync();
}

/// <summary>What the press answered.</summary>
public sealed record PressAnswer(int Status, string Text, string Location)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>`not-found`, or `invalid article.title=blank` with every member that is wrong.</summary>
    public string Problem
    {
        get
        {
            if (Status < 400)
            {
                return "";
            }

            var errors = Json.TryGetProperty("errors", out var members)
                ? members.EnumerateArray().Select(error => $" {error.GetProperty("field")}={error.GetProperty("code")}")
                : [];
            return Json.GetProperty("code").GetString() + string.Concat(errors);
        }
    }
}
