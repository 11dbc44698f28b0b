using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>All rows of an answer that has no pages: <c>{ "items": […] }</c>.</summary>
internal sealed class Items<T>(IReadOnlyList<T> items) : IShape where T : IShape
{
    /// <inheritdoc />
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("items"u8);
        foreach (var item in items)
        {
            item.Write(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
