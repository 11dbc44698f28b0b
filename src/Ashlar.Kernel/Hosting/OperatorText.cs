using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>What operators read, as text for a terminal and as JSON for programs.</summary>
internal static class OperatorText
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    /// <summary>Rows with the columns below each other.</summary>
    public static string Table(IReadOnlyList<string[]> rows, string indent = "")
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, column) => cell.PadRight(rows.Max(other => other[column].Length)));
            text.Append((indent + string.Join("  ", cells)).TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    public static string Moment(DateTimeOffset? moment) =>
        moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture) ?? "";

    /// <summary>An object with these members.</summary>
    public static string Json(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    /// <summary>The members of an object, a line each.</summary>
    public static string Members(string document)
    {
        using var read = JsonDocument.Parse(document);
        return string.Join('\n', read.RootElement.EnumerateObject().Select(member => $"  {member.Name}: {member.Value}"));
    }
}
