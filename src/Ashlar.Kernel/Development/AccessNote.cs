using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>An access rule as it stands in the model, to explain refusals with.</summary>
/// <param name="Text">The rule: <c>update to Editor where owner == caller</c>.</param>
/// <param name="Place">Where it stands: <c>model/catalog.ashlar:17</c>.</param>
/// <param name="Operations">What it is for; empty for an action.</param>
/// <param name="NeedsSignIn">Whether it is only for those who are signed in.</param>
/// <param name="Roles">The roles of which the caller needs one; empty for any.</param>
/// <param name="HasCondition">Whether something has to hold besides.</param>
internal sealed record AccessNote(
    string Text,
    string Place,
    IReadOnlyList<string> Operations,
    bool NeedsSignIn,
    IReadOnlyList<string> Roles,
    bool HasCondition)
{
    public static AccessNote Read(JsonElement json) => new(
        TextOf(json.GetProperty("rule")),
        TextOf(json.GetProperty("at")),
        TextsOf(json.GetProperty("operations")),
        json.GetProperty("signedIn").GetBoolean(),
        TextsOf(json.GetProperty("roles")),
        json.GetProperty("condition").GetBoolean());

    private static string[] TextsOf(JsonElement list) => [.. list.EnumerateArray().Select(TextOf)];

    private static string TextOf(JsonElement text) => text.GetString() ?? "";
}
