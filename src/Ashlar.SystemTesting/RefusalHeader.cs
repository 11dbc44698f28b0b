using System.Text.Json;
using Ashlar.Kernel;
using Microsoft.AspNetCore.Http;

namespace Ashlar.SystemTesting;

/// <summary>
/// Tells the tests what is behind a refusal that an api says in a form of its own. Only the system under test has this
/// header; the body is what everybody gets.
/// </summary>
internal static class RefusalHeader
{
    private const string Name = "Test-Refusal";

    /// <summary>Adds it to the answer.</summary>
    public static Task AddAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            if (http.Features.Get<Refusal>() is { } refusal)
            {
                http.Response.Headers[Name] = JsonSerializer.Serialize(new
                {
                    status = refusal.Status,
                    code = refusal.Code,
                    errors = refusal.Errors.Select(error => new { field = error.Field, code = error.Code }),
                });
            }

            return Task.CompletedTask;
        });
        return next(http);
    }

    /// <summary>Reads it; null where there is none.</summary>
    public static JsonElement? Of(HttpResponseMessage response) => response.Headers.TryGetValues(Name, out var values)
        ? JsonSerializer.Deserialize<JsonElement>(string.Concat(values))
        : null;
}
