using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Ashlar.Kernel;

/// <summary>Which content types a request may carry.</summary>
internal static class MediaType
{
    private static readonly Refusal Unsupported =
        new(
            "unsupported-media-type",
            StatusCodes.Status415UnsupportedMediaType,
            "Send application/json in UTF-8, not compressed.");

    public static Refusal? RefusalOf(HttpRequest request)
    {
        if (request.Headers.ContentEncoding.Count > 0
            || !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            return Unsupported;
        }

        return type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) ? Unsupported : null;
    }
}
