using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Ashlar.Kernel;

/// <summary>Which content types a request may carry.</summary>
internal static class MediaType
{
    private static readonly Refusal Compressed = Unsupported("The body is compressed.");
    private static readonly Refusal Missing = Unsupported("Content-Type is missing.");
    private static readonly Refusal Wrong = Unsupported("Content-Type is not application/json.");
    private static readonly Refusal OtherCharset = Unsupported("The charset is not utf-8.");

    public static Refusal? RefusalOf(HttpRequest request)
    {
        if (request.Headers.ContentEncoding.Count > 0)
        {
            return Compressed;
        }

        if (string.IsNullOrEmpty(request.ContentType))
        {
            return Missing;
        }

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            return Wrong;
        }

        return type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) ? OtherCharset : null;
    }

    private static Refusal Unsupported(string reason) => new(
        "unsupported-media-type",
        StatusCodes.Status415UnsupportedMediaType,
        reason + " Send application/json in UTF-8, not compressed.");
}
