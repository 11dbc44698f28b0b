using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>One page of a list: <c>{ "items": […], "next": "…" }</c>, where <c>next</c> is null on the last page.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Next">What to send as <c>after</c> to get the next page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next) : IShape where T : IShape
{
    /// <inheritdoc />
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("items"u8);
        foreach (var item in Items)
        {
            item.Write(json);
        }

        json.WriteEndArray();
        json.WriteString("next"u8, Next);
        json.WriteEndObject();
    }
}
