using System.Text.Json.Nodes;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;

namespace Ashlar.Emit.OpenApi;

/// <summary>The schema of a field: its type, nullability, documentation and default.</summary>
internal static class FieldSchema
{
    public static JsonObject Of(SchemaNames names, Field field)
    {
        var schema = OfType(names, field.Type, field.Constraints);
        if (field.Documentation.Length > 0)
        {
            schema["description"] = field.Documentation;
        }

        return schema;
    }

    public static JsonObject OfType(SchemaNames names, ModelType type, Constraints constraints)
    {
        var schema = type.Accept(new TypeSchema(names, constraints));
        return type.IsNullable ? OrNull(schema) : schema;
    }

    public static JsonObject OrNull(JsonObject schema)
    {
        switch (schema["type"])
        {
            case JsonValue type:
                schema["type"] = new JsonArray(type.GetValue<string>(), "null");
                return schema;
            case JsonArray types:
                types.Add("null");
                return schema;
        }

        return schema.ContainsKey("$ref")
            ? new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) }
            : schema;
    }
}
