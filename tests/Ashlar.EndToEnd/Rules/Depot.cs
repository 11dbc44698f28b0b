using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Ashlar.EndToEnd.Tool;

namespace Ashlar.EndToEnd.Rules;

/// <summary>The depot on one database, as its callers see it.</summary>
public sealed class Depot : IAsyncDisposable
{
    private readonly LiveRun _run;

    internal Depot(LiveRun run, string connection)
    {
        _run = run;
        Connection = connection;
    }

    /// <summary>How to get at its rows behind its back, on PostgreSQL.</summary>
    public string Connection { get; }

    public Task<Answer> Post(string path, string body) => Send(HttpMethod.Post, path, body);

    public Task<Answer> Get(string path) => Send(HttpMethod.Get, path);

    public Task<Answer> Patch(string path, string version, string body) => Send(HttpMethod.Patch, path, body, version);

    public Task<Answer> Delete(string path, string version) => Send(HttpMethod.Delete, path, version: version);

    /// <summary>A crate whose parts weigh so much, with everything else as a reader would expect.</summary>
    public async Task<Answer> Crate(string name, params int[] weights)
    {
        var parts = string.Join(", ", weights.Select(weight => $$"""{ "weight": {{weight}} }"""));
        var created = await Post("/api/crates", $$"""{ "name": "{{name}}", "height": 2, "depth": 3, "parts": [{{parts}}] }""");
        Assert.Equal((201, ""), (created.Status, created.Code));
        return await Get("/api/crates/" + created.Id);
    }

    public ValueTask DisposeAsync() => _run.DisposeAsync();

    private async Task<Answer> Send(HttpMethod method, string path, string? body = null, string? version = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
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
        var json = text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
        return new((int)response.StatusCode, json, response.Headers.ETag?.ToString() ?? "");
    }
}

/// <summary>What the depot answered.</summary>
public sealed record Answer(int Status, JsonElement Json, string Version)
{
    /// <summary>The code of a problem.</summary>
    public string Code => Status >= 400 ? Text("code") : "";

    public string Id => Text("id");

    public string Text(string member) => Json.GetProperty(member).GetString() ?? "";
}
