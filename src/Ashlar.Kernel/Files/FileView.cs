using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>A file as JSON shows it: what it is, and where its bytes are.</summary>
/// <param name="MediaType">What it is.</param>
/// <param name="Size">How many bytes it has.</param>
/// <param name="Href">Where to get the bytes; null where no api offers them.</param>
public sealed record FileView(string MediaType, int Size, string? Href) : IShape
{
    /// <summary>
    /// Reads the row that the file belongs to, the media type and the size from three columns; null when there is no file.
    /// </summary>
    public static FileView? Read(Rows rows, int at, Func<Guid, string>? href = null) =>
        rows.IsNull(at + 1) ? null : new(rows.Text(at + 1), rows.Int(at + 2), href?.Invoke(rows.Uuid(at)));

    /// <inheritdoc />
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteText("mediaType"u8, MediaType);
        json.WriteInt("size"u8, Size);
        if (Href is not null)
        {
            json.WriteText("href"u8, Href);
        }

        json.WriteEndObject();
    }
}
