using System.Text.Json;

namespace Ashlar.Tool.Changing;

/// <summary>`plan.json` of an applied plan, as far as it is read back.</summary>
internal static class PlanFile
{
    public const string FileName = "plan.json";
    public const int Format = 1;

    /// <summary>The ids of the plan and of the one before it; null for a text that is no plan of this format.</summary>
    public static (string Id, string Base)? Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("format", out var format)
                && format.ValueKind == JsonValueKind.Number && format.TryGetInt32(out var number) && number == Format
                && Text(root, "id") is { Length: >= 8 } id && Text(root, "base") is { } previous
                    ? (id, previous)
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
