using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Ashlar.Kernel;

/// <summary>Reads the body of a request as a file.</summary>
internal static class UploadReader
{
    public static async Task<Upload> ReadAsync(HttpRequest request, FileField field, CancellationToken cancellation)
    {
        if (request.Headers.ContentEncoding.Count > 0
            || !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !field.Types.Contains(type.MediaType.ToString(), StringComparer.OrdinalIgnoreCase))
        {
            return new(new Refusal(
                "unsupported-media-type",
                StatusCodes.Status415UnsupportedMediaType,
                $"Send {string.Join(" or ", field.Types)}."));
        }

        if (await BytesAsync(request, field.MaxBytes, cancellation) is not { } content)
        {
            return new(new Refusal(
                "body-too-large", StatusCodes.Status413PayloadTooLarge, $"Send at most {field.MaxBytes} bytes."));
        }

        var name = field.Types.First(known => type.MediaType.Equals(known, StringComparison.OrdinalIgnoreCase));
        return content.Length > 0 && MediaSignature.Fits(name, content)
            ? new(name, content)
            : new(Refusal.Invalid(new FieldProblem(field.Name, "malformed", $"The content is not {name}.")));
    }

    private static async Task<byte[]?> BytesAsync(HttpRequest request, int maxBytes, CancellationToken cancellation)
    {
        // The limit of JSON bodies does not count here. The server takes somewhat more than the field does, because a client
        // whose connection is cut while it sends may never see the answer.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = maxBytes * 2L;
        }

        if (request.ContentLength > maxBytes)
        {
            return null;
        }

        using var content = new MemoryStream((int)(request.ContentLength ?? 0));
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellation)) > 0)
        {
            if (content.Length + read > maxBytes)
            {
                return null;
            }

            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }
}
