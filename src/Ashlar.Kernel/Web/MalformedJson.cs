using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>What is wrong with a body that is not JSON, and where.</summary>
internal static class MalformedJson
{
    // The parser tells its causes apart by words only.
    private static readonly string[] CutOff = ["end of data", "end of the JSON payload", "any JSON tokens"];

    public static string Describe(JsonException e)
    {
        // The parser finds members that stand twice when it has read the body, and knows no place.
        if (e.LineNumber is not { } line || e.BytePositionInLine is not { } position)
        {
            return "The body names a member twice.";
        }

        var place = $"at line {line + 1}, byte {position + 1}";
        if (e.Message.Contains("configured depth", StringComparison.Ordinal))
        {
            return $"The body is nested too deep {place}.";
        }

        return CutOff.Any(words => e.Message.Contains(words, StringComparison.Ordinal))
            ? $"The body is cut off {place}."
            : $"The body is not valid JSON {place}.";
    }
}
