using Microsoft.AspNetCore.Http;

namespace Ashlar.Kernel;

/// <summary>Reads the token of a request.</summary>
internal static class BearerToken
{
    private const string Scheme = "Bearer ";

    /// <summary>The token; empty when the header is there but holds none, so that it is refused; null without a header.</summary>
    public static string? Of(HttpRequest request)
    {
        var header = request.Headers.Authorization;
        if (header.Count == 0)
        {
            return null;
        }

        var text = header.ToString();
        return header.Count == 1 && text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? text[Scheme.Length..].Trim()
            : "";
    }
}
