using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;

namespace Ashlar.Emit.Testing;

/// <summary>Values of the world as a request carries them.</summary>
internal static class JsonForm
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The members of a request for these fields; null is left out.</summary>
    public static JsonObject Body(WorldRow row, IEnumerable<Field> fields)
    {
        var body = new JsonObject();
        foreach (var field in fields.Where(field => row[field.Name] is not null))
        {
            body[field.Name] = Of(field.Type, row[field.Name]);
        }

        return body;
    }

    /// <summary>The members of a request that makes one row of another; null clears what was there.</summary>
    public static JsonObject Change(WorldRow before, WorldRow after, IEnumerable<Field> fields)
    {
        var body = new JsonObject();
        foreach (var field in fields.Where(field => (after[field.Name] ?? before[field.Name]) is not null))
        {
            body[field.Name] = Of(field.Type, after[field.Name]);
        }

        return body;
    }

    public static string Text(JsonNode body) => body.ToJsonString(Layout);

    public static JsonNode? Of(ModelType type, object? value) => value switch
    {
        null => null,
        bool flag => flag,
        long number => number,
        decimal number => number,
        string text when type is ScalarType { Scalar: Scalar.Json } => JsonNode.Parse(text),
        string text => text,
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH':'mm':'ss.fff", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH':'mm':'ss.fff'Z'", CultureInfo.InvariantCulture),
        TimeSpan span => XmlConvert.ToString(span),
        WorldRow { Id: "" } row => Body(row, row.Entity.Fields.Where(WritableFields.OfOwned(row.Entity).Contains)),
        WorldRow row => row.Id,
        WorldValue inner => Inner(inner),
        IEnumerable<object?> items =>
            new JsonArray([.. items.Select(item => Of(type is ListType list ? list.Item : type, item))]),
        _ => throw new InvalidOperationException($"no JSON for {value}"),
    };

    private static JsonObject Inner(WorldValue value)
    {
        var json = new JsonObject();
        foreach (var (name, part) in value.Fields.Where(pair => pair.Value is not null))
        {
            json[name] = Of(new NullType(), part);
        }

        return json;
    }
}
