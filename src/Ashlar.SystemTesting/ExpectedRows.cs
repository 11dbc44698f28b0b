using System.Text.Json;

namespace Ashlar.SystemTesting;

/// <summary>Compares the rows that a view gave with those that a scenario expects.</summary>
internal static class ExpectedRows
{
    /// <summary>What is different first, or null. Members that nothing is said of may be anything.</summary>
    public static string? Difference(string expected, string reply)
    {
        var rows = JsonSerializer.Deserialize<JsonElement>(expected).EnumerateArray().ToList();
        var items = JsonSerializer.Deserialize<JsonElement>(reply).GetProperty("items").EnumerateArray().ToList();
        if (rows.Count != items.Count)
        {
            return $"expected {rows.Count} rows, got {items.Count}";
        }

        for (var i = 0; i < rows.Count; i++)
        {
            foreach (var member in rows[i].EnumerateObject())
            {
                var item = items[i];
                if (!item.TryGetProperty(member.Name, out var actual) || !AreSame(member.Value, actual))
                {
                    return $"expected {member.Name} of row {i + 1} to be {member.Value.GetRawText()}";
                }
            }
        }

        return null;
    }

    // 12.5 and 12.50 are one number; a decimal of many digits is text.
    private static bool AreSame(JsonElement expected, JsonElement actual)
    {
        if (expected.ValueKind == JsonValueKind.Number)
        {
            return Number(actual) is { } number && number == expected.GetDecimal();
        }

        return JsonElement.DeepEquals(expected, actual);
    }

    private static decimal? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDecimal(),
        JsonValueKind.String when decimal.TryParse(
            value.GetString(), System.Globalization.CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}
