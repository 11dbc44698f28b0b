using System.Globalization;
using System.Text.Json;

namespace Ashlar.ByHand;

/// <summary>The forms that the writer does not know.</summary>
internal static class JsonForms
{
    public static void WriteInstant(this Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTime value)
    {
        Span<char> text = stackalloc char[24];
        value.TryFormat(text, out var length, "yyyy-MM-dd'T'HH':'mm':'ss'.'fff'Z'", CultureInfo.InvariantCulture);
        json.WriteString(name, text[..length]);
    }
}
