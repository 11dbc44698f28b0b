using System.Text.Json;

namespace Ashlar.SystemTesting;

/// <summary>Compares the rows that a view gave with those that a scenario expects.</summary>
internal static class ExpectedRows
{
    /// <summary>What is different first, or null. Members that nothing is said of may be anything.</summary>
    /// <param name="expected">The rows.</param>
    /// <param name="reply">The body of the reply.</param>
    /// <param name="at">The way to the rows in it.</param>
    /// <param name="column">The member that is all that is shown of a row; empty where rows are objects.</param>
    public static string? Difference(string expected, string reply, string at, string column)
    {
        var rows = JsonSerializer.Deserialize<JsonElement>(expected).EnumerateArray().ToList();
        var items = at.Split('.')
            .Aggregate(JsonSerializer.Deserialize<JsonElement>(reply), (json, name) => json.GetProperty(name))
            .EnumerateArray()
            .ToList();
        if (rows.Count != items.Count)
        {
            return $"expected {rows.Count} rows, got {items.Count}";
        }

        for (var i = 0; i < rows.Count; i++)
        {
            foreach (var member in rows[i].EnumerateObject())
            {
                var actual = items[i];
                var isThere = column.Length > 0 ? column == member.Name : actual.TryGetProperty(member.Name, out actual);
                if (!isThere || !AreSame(member.Value, actual))
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
