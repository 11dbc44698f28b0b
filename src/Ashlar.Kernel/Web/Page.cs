using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>
/// One page of a list: <c>{ "items": […], "next": "…" }</c>, where <c>next</c> is null on the last page; or
/// <c>{ "items": […], "total": 12 }</c> of a list whose rows are counted.
/// </summary>
/// <param name="Items">The rows.</param>
/// <param name="Next">What to send as <c>after</c> to get the next page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next) : IShape where T : IShape
{
    /// <summary>How many rows there are on all pages, where they are counted.</summary>
    public long? Total { get; init; }

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
        if (Total is { } total)
        {
            json.WriteNumber("total"u8, total);
        }
        else
        {
            json.WriteString("next"u8, Next);
        }

        json.WriteEndObject();
    }
}
