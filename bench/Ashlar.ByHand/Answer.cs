using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Ashlar.ByHand;

/// <summary>A pooled buffer with its writer: an answer has a length, and nothing is sent before it is whole.</summary>
internal sealed class Answer : IDisposable
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        SkipValidation = true,
    };

    private static readonly ConcurrentQueue<Answer> Pool = new();

    private readonly ArrayBufferWriter<byte> _buffer = new(4096);

    private Answer() => Json = new(_buffer, Options);

    public Utf8JsonWriter Json { get; }

    public static Answer Rent() => Pool.TryDequeue(out var answer) ? answer : new();

    public async Task SendAsync(HttpResponse response, string contentType)
    {
        await Json.FlushAsync();
        response.ContentType = contentType;
        response.ContentLength = _buffer.WrittenCount;
        response.BodyWriter.Write(_buffer.WrittenSpan);
        await response.BodyWriter.FlushAsync();
    }

    public void Dispose()
    {
        _buffer.ResetWrittenCount();
        Json.Reset(_buffer);
        Pool.Enqueue(this);
    }
}
