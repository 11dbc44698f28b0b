using System.Text.Json.Nodes;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Emit.OpenApi;

/// <summary>Schemas of enums, states and value types.</summary>
internal static class NamedSchemas
{
    public static IEnumerable<(string Name, JsonObject Schema)> Of(SystemModel model, SchemaNames names)
    {
        foreach (var definition in model.Enums)
        {
            var values = definition.Values.Select(value => value.Name);
            yield return (names.Of(definition.Name), Choice(values, definition.Documentation));
        }

        foreach (var entity in model.Entities)
        {
            foreach (var field in entity.Fields)
            {
                if (field.State is { } state)
                {
                    yield return (names.Of(entity.Name) + Spelling.Pascal(field.Name), Choice(state.States, field.Documentation));
                }
            }
        }

        foreach (var value in model.Values)
        {
            var schema = Value(value, names);
            if (model.Apis.Any(api => api.IgnoresUnknownMembers))
            {
                schema.Remove("additionalProperties");
            }

            yield return (names.Of(value.Name), schema);
        }

        yield return ("Weekday", Choice(
            ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"], ""));
    }

    private static JsonObject Choice(IEnumerable<string> values, string documentation)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (documentation.Length > 0)
        {
            schema["description"] = documentation;
        }

        schema["enum"] = new JsonArray([.. values.Select(value => (JsonNode)value)]);
        return schema;
    }

    private static JsonObject Value(ValueDefinition value, SchemaNames names)
    {
        var properties = new JsonObject();
        foreach (var field in value.Fields)
        {
            properties[field.Name] = FieldSchema.Of(names, field);
        }

        var schema = new JsonObject { ["type"] = "object" };
        if (value.Documentation.Length > 0)
        {
            schema["description"] = value.Documentation;
        }

        schema["properties"] = properties;
        var required = value.Fields.Where(WritableFields.IsRequired).Select(field => (JsonNode)field.Name);
        schema["required"] = new JsonArray([.. required]);
        schema["additionalProperties"] = false;
        return schema;
    }
}
