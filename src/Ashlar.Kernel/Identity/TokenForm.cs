using Microsoft.AspNetCore.Http;

namespace Ashlar.Kernel;

/// <summary>How requests to an api carry the token of their caller.</summary>
/// <param name="Header">The header.</param>
/// <param name="Scheme">The word before the token; empty for none.</param>
public sealed record TokenForm(string Header, string Scheme)
{
    /// <summary><c>Authorization: Bearer …</c>.</summary>
    public static TokenForm Bearer { get; } = new("Authorization", "Bearer");

    /// <summary>How long a session that begins here lasts; null for what the settings say.</summary>
    public TimeSpan? Lifetime { get; init; }

    /// <summary>What a refusal says of the token that it asks for: a challenge has to name a scheme.</summary>
    internal string Challenge(bool isRefused)
    {
        var scheme = Scheme.Length > 0 ? Scheme : "Token";
        return isRefused ? scheme + " error=\"invalid_token\"" : scheme;
    }

    /// <summary>The token; empty when the header is there but holds none, so that it is refused; null without a header.</summary>
    internal string? Of(HttpRequest request)
    {
        var header = request.Headers[Header];
        if (header.Count == 0)
        {
            return null;
        }

        var text = header.ToString();
        if (header.Count > 1)
        {
            return "";
        }

        if (Scheme.Length == 0)
        {
            return text.Trim();
        }

        return text.StartsWith(Scheme + " ", StringComparison.OrdinalIgnoreCase) ? text[(Scheme.Length + 1)..].Trim() : "";
    }
}
