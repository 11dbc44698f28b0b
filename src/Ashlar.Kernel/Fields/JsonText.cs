using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>Reads JSON strings that may hold broken escapes.</summary>
internal static class JsonText
{
    /// <summary>False for text that is not valid Unicode, such as a lone surrogate.</summary>
    public static bool TryRead(JsonElement json, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (json.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        try
        {
            text = json.GetString();
            return text is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The name of a member, or a question mark where the name is not valid Unicode.</summary>
    public static string Name(JsonProperty property)
    {
        try
        {
            return property.Name.Length <= 100 ? property.Name : property.Name[..100];
        }
        catch (InvalidOperationException)
        {
            return "?";
        }
    }

    /// <summary>Whether every string in a document is valid Unicode without U+0000, which PostgreSQL cannot keep.</summary>
    public static bool IsStorable(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => TryRead(json, out var text) && !text.Contains('\0', StringComparison.Ordinal),
        JsonValueKind.Array => json.EnumerateArray().All(IsStorable),
        JsonValueKind.Object => json.EnumerateObject().All(
            property => Name(property) is var name && name != "?" && !name.Contains('\0', StringComparison.Ordinal)
                && IsStorable(property.Value)),
        _ => true,
    };
}
