using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Ashlar.Kernel;

/// <summary>
/// The sites whose pages may call an api from a browser. The browser asks before a request that a page could not have sent
/// otherwise, and lets the page read an answer only where its site is named in it. Cookies are never asked for.
/// </summary>
internal sealed class AllowedOrigins(IReadOnlyCollection<string> origins)
{
    private const string Readable = "ETag, Location, Retry-After, Idempotency-Replayed, Content-Disposition";
    private const string Methods = "GET, HEAD, POST, PUT, PATCH, DELETE";

    private readonly HashSet<string> _origins = [.. origins];
    private readonly HashSet<string> _asked = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether nobody has asked for this pattern; names of what varies make no other one.</summary>
    public bool IsFirst(string pattern) =>
        _asked.Add(string.Join('/', pattern.Split('/').Select(segment => segment.StartsWith('{') ? "{}" : segment)));

    /// <summary>Names the site in the answer, whatever comes of the request.</summary>
    public void Admit(HttpContext http) => http.Response.OnStarting(() =>
    {
        if (Name(http))
        {
            http.Response.Headers.AccessControlExposeHeaders = Readable;
        }

        return Task.CompletedTask;
    });

    /// <summary>Answers a browser that asks whether a page may send a request.</summary>
    public Task AnswerAsync(HttpContext http, string tokenHeader)
    {
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        if (Name(http))
        {
            var headers = http.Response.Headers;
            headers.AccessControlAllowMethods = Methods;
            headers.AccessControlAllowHeaders = $"{tokenHeader}, Content-Type, If-Match, Idempotency-Key";
            headers.AccessControlMaxAge = "600";
        }

        return Task.CompletedTask;
    }

    private bool Name(HttpContext http)
    {
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Origin);
        var isAllowed = http.Request.Headers.Origin is [{ } origin] && _origins.Contains(origin);
        if (isAllowed)
        {
            http.Response.Headers.AccessControlAllowOrigin = http.Request.Headers.Origin;
        }

        return isAllowed;
    }
}
