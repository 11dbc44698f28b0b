using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>A file as JSON shows it: what it is, and where its bytes are.</summary>
/// <param name="MediaType">What it is.</param>
/// <param name="Size">How many bytes it has.</param>
/// <param name="Href">Where to get the bytes.</param>
public sealed record FileView(string MediaType, int Size, string Href) : IShape
{
    /// <summary>Reads the media type and the size from two columns; null when the row refers to no file.</summary>
    public static FileView? Read(Rows rows, int at, string href) =>
        rows.IsNull(at) ? null : new(rows.Text(at), rows.Int(at + 1), href);

    /// <inheritdoc />
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteText("mediaType"u8, MediaType);
        json.WriteInt("size"u8, Size);
        json.WriteText("href"u8, Href);
        json.WriteEndObject();
    }
}
