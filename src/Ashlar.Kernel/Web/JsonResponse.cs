using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Ashlar.Kernel;

/// <summary>Writes JSON with a known length, through one buffer and one writer for each thread.</summary>
internal static class JsonResponse
{
    private const int MaxKeptBuffer = 256 * 1024;

    // What HTML would take for markup is no danger: the content type says JSON, and browsers may not guess another.
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    public static async Task WriteAsync(HttpResponse response, string contentType, IShape body)
    {
        response.ContentType = contentType;
        Copy(response, body);
        await response.BodyWriter.FlushAsync(response.HttpContext.RequestAborted);
    }

    // Synchronous, so that no other request can use the thread's buffer in between.
    private static void Copy(HttpResponse response, IShape body)
    {
        var buffer = _buffer ??= new(4096);
        var writer = _writer ??= new(buffer, Options);
        try
        {
            body.Write(writer);
            writer.Flush();
            response.ContentLength = buffer.WrittenCount;
            response.BodyWriter.Write(buffer.WrittenSpan);
        }
        finally
        {
            buffer.ResetWrittenCount();
            writer.Reset(buffer);
            if (buffer.Capacity > MaxKeptBuffer)
            {
                _buffer = null;
                _writer = null;
            }
        }
    }
}
