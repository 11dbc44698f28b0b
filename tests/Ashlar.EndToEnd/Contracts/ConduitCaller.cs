using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Ashlar.EndToEnd.Tool;

namespace Ashlar.EndToEnd.Contracts;

/// <summary>Asks a running conduit, and holds every answer against its contract.</summary>
internal sealed class ConduitCaller(LiveRun run, Contract contract)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>What the contract declares and nobody was answered.</summary>
    public IEnumerable<string> Unseen => contract.Operations
        .SelectMany(operation => operation.Statuses.Select(status => $"{operation} {status}"))
        .Where(answer => !_seen.Contains(answer));

    /// <summary>Sends a request below `/api`; the answer is what the contract says, or the test fails.</summary>
    public async Task<ConduitAnswer> Send(string method, string path, string? token = null, string? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/api{path}");
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Token", token);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var response = await run.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var operation = contract.Find(method, path.Split('?')[0]);
        var status = (int)response.StatusCode;
        Assert.Empty(contract.Deviations(operation, status, response.Content.Headers.ContentType?.MediaType ?? "", text));
        _seen.Add($"{operation} {status}");
        return new(status, text);
    }

    /// <summary>Somebody who joins; the token of their session.</summary>
    public async Task<string> Join(string name)
    {
        var joined = await Send("POST", "/users", body: $$"""
            { "user": { "username": "{{name}}", "email": "{{name}}@conduit.test", "password": "correct horse battery" } }
            """);
        Assert.Equal(201, joined.Status);
        return joined.Json.GetProperty("user").GetProperty("token").GetString() ?? "";
    }

    /// <summary>An article of somebody; its slug.</summary>
    public async Task<string> Write(string token, string title, string tags = "")
    {
        var written = await Send("POST", "/articles", token,
            $$"""{ "article": { "title": "{{title}}", "description": "d", "body": "b", "tagList": [{{tags}}] } }""");
        Assert.Equal(201, written.Status);
        return written.Json.GetProperty("article").GetProperty("slug").GetString() ?? "";
    }
}

/// <summary>What the conduit answered.</summary>
internal sealed record ConduitAnswer(int Status, string Text)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>The titles of a page, and how many articles there are.</summary>
    public (string Titles, int Count) Page => (
        string.Join(", ", Json.GetProperty("articles").EnumerateArray().Select(one => one.GetProperty("title").GetString())),
        Json.GetProperty("articlesCount").GetInt32());
}
