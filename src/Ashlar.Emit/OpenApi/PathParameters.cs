using System.Text.Json.Nodes;
using Ashlar.Core.Model;
using Ashlar.Emit.Features;

namespace Ashlar.Emit.OpenApi;

/// <summary>The keys in the path of an operation.</summary>
internal static class PathParameters
{
    /// <param name="emission">The system.</param>
    /// <param name="names">What schemas are called.</param>
    /// <param name="address">The address.</param>
    /// <param name="entity">The entity at whose row the keys start; null for an address without keys.</param>
    public static IEnumerable<JsonObject> Of(Emission emission, SchemaNames names, Address address, Entity? entity) =>
        entity is null ? [] : address.Keys.Select(key => Of(emission, names, key, entity));

    private static JsonObject Of(Emission emission, SchemaNames names, KeySegment key, Entity entity)
    {
        if (key == KeySegment.Id)
        {
            return new JsonObject { ["$ref"] = "#/components/parameters/id" };
        }

        var owner = RowPath.End(emission, entity, key.Steps);
        return new JsonObject
        {
            ["name"] = key.Name,
            ["in"] = "path",
            ["required"] = true,
            ["description"] = $"The `{key.Field}` of the {Core.Text.Spelling.Spaced(owner.Name.Name)}.",
            ["schema"] = owner.Field(key.Field) is { } field
                ? FieldSchema.OfType(names, field.Type, field.Constraints)
                : new JsonObject { ["type"] = "string", ["format"] = "uuid" },
        };
    }
}
