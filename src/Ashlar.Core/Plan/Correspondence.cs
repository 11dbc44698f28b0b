using System.Collections.Frozen;
using Ashlar.Core.Model;
using Ashlar.Core.Text;

namespace Ashlar.Core.Plan;

/// <summary>The same element in both models; the paths differ where it, or what holds it, was renamed or moved.</summary>
public readonly record struct ElementPair(ElementPath Before, ElementPath After);

/// <summary>
/// Two models, and which element of the new one is which of the old. Never a guess: equal names below corresponding owners,
/// or what the author said with `was`. In the order of the new model.
/// </summary>
public sealed record Correspondence(SystemModel Before, SystemModel After, ValueList<ElementPair> Pairs)
{
    private readonly Lazy<FrozenDictionary<ElementPath, ElementPath>> _after =
        new(() => Pairs.ToFrozenDictionary(pair => pair.Before, pair => pair.After));

    private readonly Lazy<FrozenDictionary<ElementPath, ElementPath>> _before =
        new(() => Pairs.ToFrozenDictionary(pair => pair.After, pair => pair.Before));

    public Decisions Decisions { get; init; } = Decisions.None;

    public static Correspondence Of(SystemModel before, SystemModel after, ValueList<Rename> renames) =>
        new(before, after, ElementPairing.Of(before, after, renames));

    /// <summary>What an element of the new model was; null for a new one.</summary>
    public ElementPath? OldOf(ElementPath after) => _before.Value.TryGetValue(after, out var found) ? found : null;

    /// <summary>What an element of the old model is now; null for one that is gone.</summary>
    public ElementPath? NewOf(ElementPath before) => _after.Value.TryGetValue(before, out var found) ? found : null;

    /// <summary>The entity of the old model that an entity of the new one was; null for a new one.</summary>
    public Entity? OldOf(Entity after) =>
        OldOf(ElementPath.Of(ElementKind.Entity, after.Name)) is { } path ? Before.Entity(path.ToElementName()) : null;

    /// <summary>The entity of the new model that an entity of the old one is now; null for one that is gone.</summary>
    public Entity? NewOf(Entity before) =>
        NewOf(ElementPath.Of(ElementKind.Entity, before.Name)) is { } path ? After.Entity(path.ToElementName()) : null;

    /// <summary>What a field of an entity of the new model was, in the entity that this one was; null for a new one.</summary>
    public Field? OldOf(Entity after, Field field) =>
        OldOf(ElementPath.OfField(after.Name, field.Name)) is { } path ? OldOf(after)?.Field(path.Name) : null;

    /// <summary>What a field of an entity of the old model is now; null for one that is gone.</summary>
    public Field? NewOf(Entity before, Field field) =>
        NewOf(ElementPath.OfField(before.Name, field.Name)) is { } path ? NewOf(before)?.Field(path.Name) : null;

    public bool Equals(Correspondence? other) =>
        other is not null
        && (Before, After, Pairs, Decisions) == (other.Before, other.After, other.Pairs, other.Decisions);

    public override int GetHashCode() => Pairs.GetHashCode();
}
