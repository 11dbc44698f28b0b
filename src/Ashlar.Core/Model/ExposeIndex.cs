using System.Collections.Frozen;
using System.Collections.Immutable;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model;

/// <summary>
/// Finds what the APIs offer of an entity, built at the first question. It is derived from them, so that it takes no part
/// in equality.
/// </summary>
internal sealed class ExposeIndex(ValueList<Api> apis)
{
    private readonly Lazy<FrozenDictionary<ElementName, ImmutableArray<Expose>>> _byEntity = new(() => apis
        .SelectMany(api => api.Exposes)
        .GroupBy(expose => expose.Entity)
        .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray()));

    public ImmutableArray<Expose> Find(ElementName entity) =>
        _byEntity.Value.TryGetValue(entity, out var found) ? found : [];

    public override bool Equals(object? obj) => obj is ExposeIndex;

    public override int GetHashCode() => 0;
}
