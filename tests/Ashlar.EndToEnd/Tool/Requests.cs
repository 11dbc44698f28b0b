using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Ashlar.EndToEnd.Tool;

/// <summary>Requests to a system that `ashlar run` serves with its sample rows.</summary>
internal static class Requests
{
    /// <summary>The token of a person of the samples.</summary>
    public static async Task<string> SignIn(LiveRun run, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/sign-in")
        {
            Content = JsonContent.Create(new { email = address, password = "correct horse battery" }),
        };
        using var response = await run.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return answer.GetProperty("token").GetString() ?? "";
    }

    public static async Task<JsonElement> Json(LiveRun run, HttpMethod method, string path, string? token, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : JsonContent.Create(body);
        request.Headers.TryAddWithoutValidation("If-Match", body is null ? null : "\"1\"");
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await run.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }
}
