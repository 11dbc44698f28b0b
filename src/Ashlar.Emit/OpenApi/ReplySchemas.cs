using System.Text.Json.Nodes;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Grants;

namespace Ashlar.Emit.OpenApi;

/// <summary>What replies hold: shapes, rows without a shape, and pages of either.</summary>
internal sealed class ReplySchemas(Emission emission, SchemaNames names)
{
    public IEnumerable<(string Name, JsonObject Schema)> All()
    {
        foreach (var shape in emission.Model.Shapes)
        {
            yield return (names.Of(shape.Name), OfShape(shape));
        }

        foreach (var operation in emission.Operations.Where(operation => operation.Kind != EndpointKind.Delete))
        {
            if (operation.Endpoint.Reply is null)
            {
                yield return (NameOf(operation), OfRow(operation));
            }

            if (operation.Kind == EndpointKind.List)
            {
                yield return (PageOf(operation), PageOf(operation, NameOf(operation)));
            }
        }
    }

    /// <summary>The schema of the row that an action replies with; null for none.</summary>
    public string? NameOf(ActionOperation operation) =>
        emission.Replies.Of(operation) is not { } shape ? null
        : operation.Endpoint.Reply is { } name ? names.Of(name)
        : names.Of(shape.Entity.Name);

    /// <summary>The schema of the row in an operation's reply.</summary>
    public string NameOf(ExposedOperation operation)
    {
        if (operation.Endpoint.Reply is { } shape)
        {
            return names.Of(shape);
        }

        return operation.Endpoint.Includes.IsEmpty ? names.Of(operation.Entity.Name) : operation.Name + "Reply";
    }

    public static string PageOf(ExposedOperation operation) => operation.Name + "Page";

    private static JsonObject PageOf(ExposedOperation operation, string row) => operation.Endpoint.Form.Envelope is { } envelope
        ? WireSchema.Of(envelope, new JsonObject { ["type"] = "array", ["items"] = TypeSchema.Reference(row) })
        : operation.Endpoint.IsByOffset
            ? WireSchema.Of(
                new ReplyObject([new("items", new ReplyRows()), new("total", new ReplyTotal())]),
                new JsonObject { ["type"] = "array", ["items"] = TypeSchema.Reference(row) })
            : Page(row);

    private static JsonObject Page(string row) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["items"] = new JsonObject { ["type"] = "array", ["items"] = TypeSchema.Reference(row) },
            ["next"] = new JsonObject
            {
                ["type"] = new JsonArray("string", "null"),
                ["description"] = "The value of `after` for the following page; null on the last one.",
            },
        },
        ["required"] = new JsonArray("items", "next"),
    };

    private JsonObject OfRow(ExposedOperation operation)
    {
        var entity = operation.Entity;
        var properties = new JsonObject { ["id"] = new JsonObject { ["type"] = "string", ["format"] = "uuid" } };
        var required = new JsonArray("id");
        foreach (var field in ReadableFields.Of(entity).Where(field => IsShown(field, operation.Endpoint)))
        {
            properties[field.Name] = Property(field, operation.Endpoint);
            if (ReadableFields.IsAlwaysGranted(entity, field))
            {
                required.Add(field.Name);
            }
        }

        return Object(properties, required, entity.Documentation);
    }

    private static bool IsShown(Field field, Endpoint endpoint) =>
        field.Relation is null || endpoint.Includes.Contains(field.Name, StringComparer.Ordinal);

    private JsonObject Property(Field field, Endpoint endpoint)
    {
        if (!endpoint.Includes.Contains(field.Name, StringComparer.Ordinal))
        {
            return FieldSchema.Of(names, field);
        }

        return field.Type switch
        {
            ListType { Item: ReferenceType item } => new JsonObject { ["type"] = "array", ["items"] = Embedded(item) },
            ReferenceType { IsNullable: true } reference => FieldSchema.OrNull(Embedded(reference)),
            ReferenceType reference => Embedded(reference),
            _ => FieldSchema.Of(names, field),
        };
    }

    private JsonObject Embedded(ReferenceType reference)
    {
        var entity = emission.Entity(reference.Entity);
        var properties = new JsonObject { ["id"] = new JsonObject { ["type"] = "string", ["format"] = "uuid" } };
        var required = new JsonArray("id");
        foreach (var field in ReadableFields.Of(entity).Where(field => field.Relation is null))
        {
            properties[field.Name] = FieldSchema.Of(names, field);
            if (ReadableFields.IsAlwaysGranted(entity, field))
            {
                required.Add(field.Name);
            }
        }

        return Object(properties, required, "");
    }

    private JsonObject OfShape(Shape shape)
    {
        var entity = emission.Entity(shape.Entity);
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var key in shape.Fields)
        {
            properties[key.Name] = Key(entity, key);
            if (!key.IsWhenAllowed)
            {
                required.Add(key.Name);
            }
        }

        return Object(properties, required, shape.Documentation);
    }

    private JsonObject Key(Entity entity, ShapeField key)
    {
        if (key.Nested is { } nested)
        {
            var row = TypeSchema.Reference(names.Of(nested));
            if (key.Value.Type is ListType)
            {
                return new JsonObject { ["type"] = "array", ["items"] = row };
            }

            return key.Value.Type.IsNullable ? FieldSchema.OrNull(row) : row;
        }

        var field = FieldOf(entity, key);
        return FieldSchema.OfType(names, key.Value.Type, field?.Constraints ?? Constraints.None);
    }

    // A key that is a field of the row has the field's bounds.
    private static Field? FieldOf(Entity entity, ShapeField key) =>
        key.Value is Core.Model.Expressions.FieldAccess { Target: Core.Model.Expressions.Variable } access
            ? entity.Field(access.Field)
            : null;

    private static JsonObject Object(JsonObject properties, JsonArray required, string documentation)
    {
        var schema = new JsonObject { ["type"] = "object" };
        if (documentation.Length > 0)
        {
            schema["description"] = documentation;
        }

        schema["properties"] = properties;
        schema["required"] = required;
        return schema;
    }
}
