using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ashlar.Tool.Workspace;

/// <summary>
/// `ashlar.lock`: which generator wrote which files from which model. It is committed, so its text is sorted, has a line
/// per file, and changes only where a file changes.
/// </summary>
internal sealed record LockFile(string Generator, string Model, ImmutableSortedDictionary<string, string> Files)
{
    public const string FileName = "ashlar.lock";
    private const int Format = 1;

    private static readonly JsonWriterOptions Readable =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static LockFile Empty { get; } = new("", "", NoFiles);

    private static ImmutableSortedDictionary<string, string> NoFiles =>
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public static LockFile Of(string generator, string model, IEnumerable<KeyValuePair<string, string>> files) =>
        new(generator, model, NoFiles.AddRange(files));

    /// <summary>Null when the text is not a lock of this format.</summary>
    public static LockFile? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string ToText()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteNumber("format", Format);
            json.WriteString("generator", Generator);
            json.WriteString("model", Model);
            json.WriteStartObject("files");
            foreach (var (path, hash) in Files)
            {
                json.WriteString(path, hash);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static LockFile? Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("format", out var format) || format.ValueKind != JsonValueKind.Number
            || !format.TryGetInt32(out var number) || number != Format
            || Text(root, "generator") is not { } generator || Text(root, "model") is not { } model
            || !root.TryGetProperty("files", out var files) || files.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var hashes = NoFiles.ToBuilder();
        foreach (var file in files.EnumerateObject())
        {
            if (file.Value.ValueKind != JsonValueKind.String || !FilePath.IsInside(file.Name))
            {
                return null;
            }

            hashes[file.Name] = file.Value.GetString() ?? "";
        }

        return new LockFile(generator, model, hashes.ToImmutable());
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
