using System.Text.Json.Nodes;
using Ashlar.Core.Model;

namespace Ashlar.Emit.OpenApi;

/// <summary>What the bodies of create and update requests hold.</summary>
internal static class RequestSchemas
{
    public static IEnumerable<(string Name, JsonObject Schema)> Of(Emission emission, SchemaNames names) =>
        emission.Operations
            .Where(operation => operation.HasBody)
            .SelectMany(operation => OwnedRows(emission, names, operation)
                .Prepend((operation.Name, Body(emission, names, operation)))
                .Select(schema => (schema.Item1, Held(operation.Api, schema.Item2))))
            .Concat(emission.ActionOperations
                .Where(operation => operation.Body.Any())
                .Select(operation => (operation.Name, Held(operation.Api, Body(emission, names, operation)))));

    /// <summary>The schema as far as an API holds its callers to it.</summary>
    private static JsonObject Held(Api api, JsonObject schema)
    {
        if (api.IgnoresUnknownMembers)
        {
            schema.Remove("additionalProperties");
            foreach (var inner in (schema["properties"] as JsonObject ?? []).Select(pair => pair.Value).OfType<JsonObject>())
            {
                Held(api, inner);
            }
        }

        return schema;
    }

    public static string OwnedRow(SchemaNames names, Entity owned) => names.Of(owned.Name) + "Input";

    private static JsonObject Body(Emission emission, SchemaNames names, ExposedOperation operation)
    {
        var fields = WritableFields.InBody(operation.Entity, operation.Endpoint).ToList();
        var schema = Object(emission, names, fields);
        if (operation.Kind == EndpointKind.Create)
        {
            AddRequired(schema, fields);
            return WireSchema.Of(operation.Endpoint.Body, schema);
        }

        schema["minProperties"] = 0;
        var members = WireSchema.Of(operation.Endpoint.Body, schema);
        members["description"] = "An absent member leaves its field as it is.";
        return members;
    }

    /// <summary>What an outside service sends.</summary>
    public static JsonObject Of(Emission emission, SchemaNames names, ActionDefinition action)
    {
        var inputs = action.Inputs.ToList();
        var schema = Object(emission, names, inputs);
        AddRequired(schema, inputs);
        if (action.Callback is { IgnoresUnknownMembers: true })
        {
            schema.Remove("additionalProperties");
        }

        return schema;
    }

    private static JsonObject Body(Emission emission, SchemaNames names, ActionOperation operation)
    {
        var inputs = operation.Body.ToList();
        var schema = Object(emission, names, inputs);
        AddRequired(schema, inputs);
        return WireSchema.Of(operation.Endpoint.Body, schema);
    }

    private static IEnumerable<(string Name, JsonObject Schema)> OwnedRows(
        Emission emission, SchemaNames names, ExposedOperation operation)
    {
        foreach (var list in operation.Endpoint.With)
        {
            if (operation.Entity.Field(list)?.Relation is { } relation)
            {
                var owned = emission.Entity(relation.Target);
                var fields = WritableFields.OfOwned(owned).ToList();
                var schema = Object(emission, names, fields);
                AddRequired(schema, fields);
                yield return (OwnedRow(names, owned), schema);
            }
        }
    }

    private static JsonObject Object(Emission emission, SchemaNames names, List<Field> fields)
    {
        var properties = new JsonObject();
        foreach (var field in fields)
        {
            properties[field.Name] = Property(emission, names, field);
        }

        return new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
    }

    private static JsonObject Property(Emission emission, SchemaNames names, Field field)
    {
        if (field.Relation is not { } relation)
        {
            return FieldSchema.Of(names, field);
        }

        var items = relation.Kind == RelationKind.Owned
            ? TypeSchema.Reference(OwnedRow(names, emission.Entity(relation.Target)))
            : new JsonObject { ["type"] = "string", ["format"] = "uuid" };
        var schema = new JsonObject { ["type"] = "array", ["items"] = items };
        if (field.Constraints.MaxItems is { } most)
        {
            schema["maxItems"] = most;
        }

        return schema;
    }

    private static void AddRequired(JsonObject schema, IEnumerable<Field> fields)
    {
        var required = fields.Where(WritableFields.IsRequired).Select(field => (JsonNode)field.Name).ToArray();
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray(required);
        }
    }
}
