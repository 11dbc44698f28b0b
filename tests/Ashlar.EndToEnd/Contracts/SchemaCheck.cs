using System.Globalization;
using System.Net.Mail;
using System.Text.Json;

namespace Ashlar.EndToEnd.Contracts;

/// <summary>
/// Holds JSON against a schema of an OpenAPI document, as strictly as it is written. A keyword that it does not know is a
/// defect of the document: nothing is passed over.
/// </summary>
internal sealed class SchemaCheck(JsonElement document)
{
    private static readonly string[] Silent = ["description", "default"];

    /// <summary>Where the JSON is not what the schema says.</summary>
    public IEnumerable<string> Deviations(JsonElement json, JsonElement schema, string at = "$") => schema.EnumerateObject()
        .Where(keyword => !Silent.Contains(keyword.Name))
        .SelectMany(keyword => Deviations(json, schema, keyword, at));

    private IEnumerable<string> Deviations(JsonElement json, JsonElement schema, JsonProperty keyword, string at) =>
        keyword.Name switch
        {
            "$ref" => Deviations(json, Resolve(keyword.Value), at),
            "type" => Unless(IsOf(json, keyword.Value), $"{at}: {json.ValueKind} is not {keyword.Value}"),
            "format" => Unless(IsFormat(json, keyword.Value.GetString()), $"{at}: {json} is no {keyword.Value}"),
            "minimum" => Unless(json.GetDecimal() >= keyword.Value.GetDecimal(), $"{at}: {json} is too small"),
            "minItems" => Unless(json.GetArrayLength() >= keyword.Value.GetInt32(), $"{at}: too few items"),
            "minProperties" => Unless(json.EnumerateObject().Count() >= keyword.Value.GetInt32(), $"{at}: too few members"),
            "required" => keyword.Value.EnumerateArray()
                .Where(name => !json.TryGetProperty(name.GetString() ?? "", out _))
                .Select(name => $"{at}.{name}: is missing"),
            "properties" => keyword.Value.EnumerateObject()
                .Where(member => json.TryGetProperty(member.Name, out _))
                .SelectMany(member => Deviations(json.GetProperty(member.Name), member.Value, $"{at}.{member.Name}")),
            "additionalProperties" => Others(json, schema).SelectMany(other => keyword.Value.ValueKind == JsonValueKind.False
                ? [$"{at}.{other.Name}: is not in the contract"]
                : Deviations(other.Value, keyword.Value, $"{at}.{other.Name}")),
            "items" => json.EnumerateArray().SelectMany((item, i) => Deviations(item, keyword.Value, $"{at}[{i}]")),
            _ => throw new InvalidOperationException($"the check does not know `{keyword.Name}`"),
        };

    private static IEnumerable<string> Unless(bool holds, string deviation) => holds ? [] : [deviation];

    private static IEnumerable<JsonProperty> Others(JsonElement json, JsonElement schema) => json.EnumerateObject()
        .Where(member => !(schema.TryGetProperty("properties", out var known) && known.TryGetProperty(member.Name, out _)));

    private static bool IsOf(JsonElement json, JsonElement type) => type.ValueKind == JsonValueKind.Array
        ? type.EnumerateArray().Any(one => IsOf(json, one))
        : (type.GetString(), json.ValueKind) switch
        {
            ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) => true,
            ("boolean", JsonValueKind.True or JsonValueKind.False) or ("null", JsonValueKind.Null) => true,
            ("integer", JsonValueKind.Number) => json.TryGetInt64(out _),
            _ => false,
        };

    private static bool IsFormat(JsonElement json, string? format) => (format, json.GetString() ?? "") switch
    {
        ("date-time", var text) => DateTimeOffset.TryParseExact(
            text, "yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _),
        ("email", var text) => MailAddress.TryCreate(text, out _),
        _ => throw new InvalidOperationException($"the check does not know the format `{format}`"),
    };

    private JsonElement Resolve(JsonElement reference) => (reference.GetString() ?? "").TrimStart('#', '/').Split('/')
        .Aggregate(document, (json, name) => json.GetProperty(name));
}
