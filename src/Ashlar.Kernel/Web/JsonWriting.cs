using System.Globalization;
using System.Text.Json;
using System.Xml;

namespace Ashlar.Kernel;

/// <summary>The wire forms that <see cref="Utf8JsonWriter"/> does not know. Null is written as null.</summary>
public static class JsonWriting
{
    // Beyond 15 digits a reader that keeps numbers as binary floating point would lose some.
    private const decimal LargestNumber = 999_999_999_999_999m;

    /// <summary>Text, or null.</summary>
    public static void WriteText(this Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value) =>
        json.WriteString(name, value);

    /// <summary>A number, or null.</summary>
    public static void WriteInt(this Utf8JsonWriter json, ReadOnlySpan<byte> name, int? value) => json.WriteLong(name, value);

    /// <summary>A number, or null.</summary>
    public static void WriteLong(this Utf8JsonWriter json, ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
            return;
        }

        json.WriteNull(name);
    }

    /// <summary>A decimal as a JSON number of up to 15 digits, else as text.</summary>
    public static void WriteDecimal(this Utf8JsonWriter json, ReadOnlySpan<byte> name, decimal? value)
    {
        json.WritePropertyName(name);
        if (value is { } number)
        {
            json.WriteDecimalValue(number);
            return;
        }

        json.WriteNullValue();
    }

    /// <summary>True, false or null.</summary>
    public static void WriteBool(this Utf8JsonWriter json, ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } truth)
        {
            json.WriteBoolean(name, truth);
            return;
        }

        json.WriteNull(name);
    }

    /// <summary>A date as <c>2026-05-31</c>.</summary>
    public static void WriteDate(this Utf8JsonWriter json, ReadOnlySpan<byte> name, DateOnly? value) =>
        json.WriteString(name, value is { } date ? Text(date) : null);

    /// <summary>A time of day as <c>17:30:00.000</c>.</summary>
    public static void WriteTime(this Utf8JsonWriter json, ReadOnlySpan<byte> name, TimeOnly? value) =>
        json.WriteString(name, value is { } time ? Text(time) : null);

    /// <summary>A moment in RFC 3339 form, in UTC, to the millisecond.</summary>
    public static void WriteInstant(this Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTimeOffset? value) =>
        json.WriteString(name, value is { } instant ? Text(instant) : null);

    /// <summary>A length of time in ISO 8601 form, for example <c>PT90S</c>.</summary>
    public static void WriteDuration(this Utf8JsonWriter json, ReadOnlySpan<byte> name, TimeSpan? value) =>
        json.WriteString(name, value is { } duration ? Text(duration) : null);

    /// <summary>An identifier, or null.</summary>
    public static void WriteUuid(this Utf8JsonWriter json, ReadOnlySpan<byte> name, Guid? value)
    {
        if (value is { } id)
        {
            json.WriteString(name, id);
            return;
        }

        json.WriteNull(name);
    }

    /// <summary>An enum member or a state by name.</summary>
    public static void WriteEnum<T>(this Utf8JsonWriter json, ReadOnlySpan<byte> name, T value) where T : struct, Enum =>
        json.WriteString(name, EnumNames<T>.Of(value));

    /// <summary>An enum member or a state by name, or null.</summary>
    public static void WriteEnum<T>(this Utf8JsonWriter json, ReadOnlySpan<byte> name, T? value) where T : struct, Enum =>
        json.WriteString(name, value is { } member ? EnumNames<T>.Of(member) : null);

    /// <summary>A JSON document as it is.</summary>
    public static void WriteJson(this Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value ?? "null");
    }

    /// <summary>A nested shape, or null.</summary>
    public static void WriteShape(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IShape? value)
    {
        json.WritePropertyName(name);
        if (value is null)
        {
            json.WriteNullValue();
            return;
        }

        value.Write(json);
    }

    /// <summary>A list of shapes.</summary>
    public static void WriteShapes(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<IShape> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            value.Write(json);
        }

        json.WriteEndArray();
    }

    internal static void WriteDecimalValue(this Utf8JsonWriter json, decimal value)
    {
        if (Digits(value) <= LargestNumber)
        {
            json.WriteNumberValue(value);
            return;
        }

        json.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
    }

    internal static string Text(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string Text(TimeOnly value) => value.ToString("HH':'mm':'ss'.'fff", CultureInfo.InvariantCulture);

    // The framework writes "s" without reading a pattern; no other form is written as often.
    internal static string Text(DateTimeOffset value) => string.Create(24, value, static (text, instant) =>
    {
        instant.UtcDateTime.TryFormat(text, out var length, "s", CultureInfo.InvariantCulture);
        text[length] = '.';
        instant.Millisecond.TryFormat(text[(length + 1)..], out _, "D3", CultureInfo.InvariantCulture);
        text[^1] = 'Z';
    });

    internal static string Text(TimeSpan value) => XmlConvert.ToString(value);

    private static decimal Digits(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        return new decimal(bits[0], bits[1], bits[2], isNegative: false, scale: 0);
    }
}
