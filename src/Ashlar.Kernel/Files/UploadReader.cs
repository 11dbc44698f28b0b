using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Ashlar.Kernel;

/// <summary>Reads the body of a request as a file.</summary>
internal static class UploadReader
{
    public static async Task<Upload> ReadAsync(Call call, FileField field)
    {
        var request = call.Http.Request;
        if (request.Headers.ContentEncoding.Count > 0
            || !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || field.Types.FirstOrDefault(known => type.MediaType.Equals(known, StringComparison.OrdinalIgnoreCase))
                is not { } name)
        {
            return new(new Refusal(
                "unsupported-media-type",
                StatusCodes.Status415UnsupportedMediaType,
                $"Send {string.Join(" or ", field.Types)}."));
        }

        if (request.ContentLength > field.MaxBytes)
        {
            return TooLarge(field);
        }

        if (!call.TryHold(request.ContentLength ?? field.MaxBytes))
        {
            return new(Refusal.Unavailable);
        }

        if (await BytesAsync(request, field.MaxBytes, call.Deadline) is not { } content)
        {
            return TooLarge(field);
        }

        call.Note(content);
        if (content.Length == 0)
        {
            return Malformed(field, "The file is empty.");
        }

        return MediaSignature.Fits(name, content) ? new(name, content) : Malformed(field, $"The content is not {name}.");
    }

    private static Upload Malformed(FileField field, string message) =>
        new(Refusal.Invalid(new FieldProblem(field.Name, "malformed", message)));

    private static Upload TooLarge(FileField field) => new(new Refusal(
        "body-too-large", StatusCodes.Status413PayloadTooLarge, $"Send at most {field.MaxBytes} bytes."));

    // A body without a length gets as much room as the field has.
    private static async Task<byte[]?> BytesAsync(HttpRequest request, int maxBytes, CancellationToken cancellation)
    {
        var content = new byte[(int)(request.ContentLength ?? maxBytes)];
        var length = await request.Body.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, cancellation);
        if (length < content.Length)
        {
            return content[..length];
        }

        return await request.Body.ReadAsync(new byte[1], cancellation) == 0 ? content : null;
    }
}
