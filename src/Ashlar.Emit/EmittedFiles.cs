using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ashlar.Emit.Text;

namespace Ashlar.Emit;

/// <summary>How emitters make files: LF line ends and one at the end.</summary>
internal static class EmittedFiles
{
    private static readonly JsonWriterOptions JsonLayout = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static EmittedFile Generated(string path, Code content) => new(path, TextOf(path, content), FileOwner.Generated);

    /// <summary>A generated file that holds one JSON object, whose members are written.</summary>
    public static EmittedFile GeneratedJson(string path, Action<Utf8JsonWriter> write)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text, JsonLayout))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        text.Write("\n"u8);
        return new(path, Encoding.UTF8.GetString(text.WrittenSpan), FileOwner.Generated);
    }

    public static EmittedFile Once(string path, Code content) => new(path, TextOf(path, content), FileOwner.Once);

    private static string TextOf(string path, Code content) =>
        (path.EndsWith(".cs", StringComparison.Ordinal) ? LongLines.Wrap(content.Text) : content.Text) + "\n";
}
