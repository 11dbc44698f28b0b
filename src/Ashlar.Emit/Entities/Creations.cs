using Ashlar.Core.Model;

namespace Ashlar.Emit.Entities;

/// <summary>Every kind of row that some request makes.</summary>
internal static class Creations
{
    public static IEnumerable<Creation> All(Emission emission) => emission.Model.Entities
        .Select(entity => Of(emission, entity))
        .OfType<Creation>();

    /// <summary>How requests make rows of an entity; null where none does.</summary>
    public static Creation? Of(Emission emission, Entity entity)
    {
        var operations = emission.Operations.ToList();
        if (operations.Find(operation => operation.Kind == EndpointKind.Create && operation.Entity == entity) is { } create)
        {
            return Creation.Of(entity, create.Endpoint);
        }

        var isWrittenWithOwner = operations.Exists(operation => operation.Entity.Name == entity.Owner
            && operation.Endpoint.With.Any(list => operation.Entity.Field(list)?.Relation?.Target == entity.Name));
        return isWrittenWithOwner ? Creation.OfOwned(entity) : null;
    }
}
