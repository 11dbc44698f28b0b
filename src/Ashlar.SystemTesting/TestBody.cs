using System.Text.Json.Nodes;

namespace Ashlar.SystemTesting;

/// <summary>
/// Makes requests that differ from a good one in one member. A path leads into nested objects: `address.street`.
/// </summary>
public static class TestBody
{
    /// <summary>The body without a member.</summary>
    public static string Without(string body, string path) => Changed(body, path, (owner, name) => owner.Remove(name));

    /// <summary>The body with another value for a member.</summary>
    public static string With(string body, string path, string json) =>
        Changed(body, path, (owner, name) => owner[name] = JsonNode.Parse(json));

    /// <summary>The body with a text of so many letters.</summary>
    public static string WithLetters(string body, string path, int count) =>
        Changed(body, path, (owner, name) => owner[name] = new string('a', count));

    /// <summary>The body with a list of so many items, all the same.</summary>
    public static string WithItems(string body, string path, string item, int count) =>
        Changed(body, path, (owner, name) =>
            owner[name] = new JsonArray([.. Enumerable.Range(0, count).Select(_ => JsonNode.Parse(item))]));

    private static string Changed(string body, string path, Action<JsonObject, string> change)
    {
        var root = JsonNode.Parse(body)?.AsObject() ?? [];
        var owner = root;
        var parts = path.Split('.');
        foreach (var part in parts[..^1])
        {
            owner = owner[part]?.AsObject() ?? throw new ArgumentException($"{part} is not in the body", nameof(path));
        }

        change(owner, parts[^1]);
        return root.ToJsonString();
    }
}
