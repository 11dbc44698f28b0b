using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>Lists of values on the wire; see <see cref="JsonWriting"/> for their forms.</summary>
public static class JsonListWriting
{
    /// <summary>A list of texts.</summary>
    public static void WriteTexts(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<string> values) =>
        Write(json, name, values, json.WriteStringValue);

    /// <summary>A list of identifiers.</summary>
    public static void WriteUuids(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<Guid> values) =>
        Write(json, name, values, json.WriteStringValue);

    /// <summary>A list of enum members.</summary>
    public static void WriteEnums<T>(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<T> values)
        where T : struct, Enum =>
        Write(json, name, values, value => json.WriteStringValue(EnumNames<T>.Of(value)));

    /// <summary>A list of numbers.</summary>
    public static void WriteInts(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<int> values) =>
        Write(json, name, values, json.WriteNumberValue);

    /// <summary>A list of numbers.</summary>
    public static void WriteLongs(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<long> values) =>
        Write(json, name, values, json.WriteNumberValue);

    /// <summary>A list of decimals.</summary>
    public static void WriteDecimals(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<decimal> values) =>
        Write(json, name, values, value => JsonWriting.WriteDecimalValue(json, value));

    /// <summary>A list of truth values.</summary>
    public static void WriteBools(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<bool> values) =>
        Write(json, name, values, json.WriteBooleanValue);

    /// <summary>A list of dates.</summary>
    public static void WriteDates(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<DateOnly> values) =>
        Write(json, name, values, value => json.WriteStringValue(JsonWriting.Text(value)));

    /// <summary>A list of times of day.</summary>
    public static void WriteTimes(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<TimeOnly> values) =>
        Write(json, name, values, value => json.WriteStringValue(JsonWriting.Text(value)));

    /// <summary>A list of moments.</summary>
    public static void WriteInstants(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<DateTimeOffset> values) =>
        Write(json, name, values, value => json.WriteStringValue(JsonWriting.Text(value)));

    /// <summary>A list of lengths of time.</summary>
    public static void WriteDurations(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<TimeSpan> values) =>
        Write(json, name, values, value => json.WriteStringValue(JsonWriting.Text(value)));

    private static void Write<T>(Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<T> values, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            write(value);
        }

        json.WriteEndArray();
    }
}
