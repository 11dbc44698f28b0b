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
        var creates = emission.OperationsOn(entity.Name).Where(operation => operation.Kind == EndpointKind.Create)
            .Select(operation => operation.Endpoint)
            .ToList();
        if (creates.Count > 0)
        {
            return Creation.Of(entity, creates[0] with { With = [.. creates.SelectMany(create => create.With).Distinct()] });
        }

        return IsWrittenWithOwner(emission, entity) ? Creation.OfOwned(entity) : null;
    }

    /// <summary>Whether requests carry rows of an entity inside the row that owns them.</summary>
    public static bool IsWrittenWithOwner(Emission emission, Entity entity) =>
        entity.Owner is { } owner && emission.OperationsOn(owner).Any(operation =>
            operation.Endpoint.With.Any(list => operation.Entity.Field(list)?.Relation?.Target == entity.Name));
}
