using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Ashlar.Kernel;

/// <summary>Tells whether a client takes what the system sends.</summary>
internal static class AcceptHeader
{
    private static readonly Refusal NotAcceptable =
        new("not-acceptable", StatusCodes.Status406NotAcceptable, "The answer would be application/json.");

    public static Refusal? RefusalOf(HttpRequest request)
    {
        var header = request.Headers.Accept;
        if (header.Count == 0 || header == "*/*" || header == "application/json")
        {
            return null;
        }

        return MediaTypeHeaderValue.TryParseList(header, out var types) && types.Any(TakesJson) ? null : NotAcceptable;
    }

    private static bool TakesJson(MediaTypeHeaderValue type) =>
        type.Quality is not 0 && (type.MatchesAllTypes
            || (type.Type.Equals("application", StringComparison.OrdinalIgnoreCase)
                && (type.MatchesAllSubTypes || type.SubType.Equals("json", StringComparison.OrdinalIgnoreCase))));
}
