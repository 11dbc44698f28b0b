using System.Collections.Frozen;
using System.Collections.Immutable;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model;

/// <summary>
/// What is asked of all entities at once, built at the first question. It is derived from them, so that it takes no part
/// in equality.
/// </summary>
internal sealed class EntityIndex(ValueList<Entity> entities)
{
    private readonly Lazy<FrozenDictionary<ElementName, ImmutableArray<Reference>>> _byTarget = new(() => Build(entities));

    private readonly Lazy<Entity?> _principal = new(() => entities.FirstOrDefault(entity => entity.IsPrincipal));

    public Entity? Principal => _principal.Value;

    public ImmutableArray<Reference> ReferencesTo(ElementName target) =>
        _byTarget.Value.TryGetValue(target, out var found) ? found : [];

    public override bool Equals(object? obj) => obj is EntityIndex;

    public override int GetHashCode() => 0;

    private static FrozenDictionary<ElementName, ImmutableArray<Reference>> Build(ValueList<Entity> entities)
    {
        var references =
            from entity in entities
            from item in entity.Fields
            where item.Computed is null
            let target = (item.Type as ReferenceType)?.Entity
            where target is not null
            group new Reference(entity, item) by target.Value;
        return references.ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
    }
}
