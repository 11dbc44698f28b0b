using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;

namespace Ashlar.Emit.Sql;

/// <summary>Entities in canonical order, but each after those that it refers to, as far as no circle forbids it.</summary>
internal static class TableOrder
{
    public static IReadOnlyList<Entity> Of(SystemModel model)
    {
        var ordered = new List<Entity>();
        var visited = new HashSet<ElementName>();
        foreach (var entity in model.Entities)
        {
            Add(model, entity, ordered, visited);
        }

        return ordered;
    }

    private static void Add(SystemModel model, Entity entity, List<Entity> ordered, HashSet<ElementName> visited)
    {
        if (!visited.Add(entity.Name))
        {
            return;
        }

        var targets = entity.Fields.Select(field => field.Type).OfType<ReferenceType>().Select(type => model.Entity(type.Entity));
        foreach (var target in targets.OfType<Entity>())
        {
            Add(model, target, ordered, visited);
        }

        ordered.Add(entity);
    }
}
