using System.Globalization;
using System.Text.Json.Nodes;
using Ashlar.Core.Model;

namespace Ashlar.Emit.OpenApi;

/// <summary>Schemas of requests and replies as the outside knows their members.</summary>
internal static class WireSchema
{
    /// <summary>The schema of a request, from that of its fields.</summary>
    public static JsonObject Of(WireBody? form, JsonObject fields)
    {
        if (form is null)
        {
            return fields;
        }

        var required = (fields["required"] as JsonArray ?? []).Select(name => (string?)name).ToHashSet(StringComparer.Ordinal);
        var schema = Object();
        foreach (var member in form.Members)
        {
            if (fields["properties"]?[member.Field] is not { } property)
            {
                continue;
            }

            var owner = schema;
            foreach (var (name, isLast) in member.Path.Select((name, i) => (name, i == member.Path.Count - 1)))
            {
                owner = Member(owner, name, isLast ? property.DeepClone().AsObject() : null, required.Contains(member.Field));
            }
        }

        return schema;
    }

    /// <summary>The schema of what stands around rows in a reply.</summary>
    public static JsonObject Of(ReplyObject envelope, JsonObject rows)
    {
        var schema = Object();
        foreach (var member in envelope.Members)
        {
            Member(schema, member.Name, Of(member.Value, rows), isRequired: true);
        }

        return schema;
    }

    private static JsonObject Of(ReplyValue value, JsonObject rows) => value switch
    {
        ReplyObject nested => Of(nested, rows),
        ReplyTotal => new JsonObject
        {
            ["type"] = "integer",
            ["minimum"] = 0,
            ["description"] = "How many rows there are on all pages.",
        },
        ReplyNext => new JsonObject
        {
            ["type"] = new JsonArray("string", "null"),
            ["description"] = "The value of `after` for the following page; null on the last one.",
        },
        ReplyConstant constant => Of(constant),
        _ => rows.DeepClone().AsObject(),
    };

    private static JsonObject Of(ReplyConstant constant) => constant.Kind switch
    {
        ReplyConstantKind.Text => new() { ["type"] = "string", ["const"] = constant.Text },
        ReplyConstantKind.Null => new() { ["type"] = "null" },
        ReplyConstantKind.Flag => new() { ["type"] = "boolean", ["const"] = constant.Text == "true" },
        _ => new() { ["type"] = "integer", ["const"] = long.Parse(constant.Text, CultureInfo.InvariantCulture) },
    };

    /// <summary>The schema of a member; an object where none is given.</summary>
    private static JsonObject Member(JsonObject owner, string name, JsonObject? schema, bool isRequired)
    {
        var properties = owner["properties"]?.AsObject() ?? [];
        if (properties[name] is not JsonObject member)
        {
            properties[name] = member = schema ?? Object();
        }

        if (isRequired)
        {
            var required = owner["required"] as JsonArray;
            if (required is null)
            {
                owner["required"] = required = [];
            }

            if (!required.Any(known => (string?)known == name))
            {
                required.Add((JsonNode)name);
            }
        }

        return member;
    }

    private static JsonObject Object() =>
        new() { ["type"] = "object", ["properties"] = new JsonObject(), ["additionalProperties"] = false };
}
