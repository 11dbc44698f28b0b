using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>
/// Finds out how each collection gets its rows. Owned collections come first, because they create the reference back
/// that an inverse may name.
/// </summary>
internal static class RelationBinder
{
    public static void Bind(Declarations names)
    {
        var collections = names
            .Entities.SelectMany(entity => entity.Fields.Slots.ToList(), (entity, slot) => (entity, slot))
            .Where(pair => pair.slot is { Target: not null, Field.Type: ListType })
            .ToList();
        foreach (var (entity, slot) in collections)
        {
            BindOwned(entity, slot);
            BindLinked(slot);
        }

        foreach (var (entity, slot) in collections)
        {
            BindInverse(entity, slot);
        }
    }

    private static void BindOwned(EntityElement owner, FieldSlot slot)
    {
        if (slot.Modifiers?.Owned is not { } word || slot.Target is not { } child)
        {
            return;
        }

        var back = Spelling.Camel(owner.Name.Name);
        slot.Field = slot.Field with { Relation = new Relation(RelationKind.Owned, child.Name) { BackReference = back } };
        if (child.Site.Module != owner.Site.Module)
        {
            slot.Site.Add(OwnedElsewhere.At(slot.Site.At(word), child.Name));
            return;
        }

        if (child.OwnedBy is { } first)
        {
            slot.Site.Add(TwoOwners.At(slot.Site.At(word), child.Name.Name, first.Site.At(first.Field.Origin.Span)));
            return;
        }

        child.Owner = owner;
        child.OwnedBy = slot;
        AddBackReference(child, owner, slot, back);
    }

    private static void AddBackReference(EntityElement child, EntityElement owner, FieldSlot slot, string back)
    {
        if (child.Fields.Find(back) is { } written)
        {
            if (written.Syntax is { } node)
            {
                child.Site.Add(OwnerReferenceWritten.At(child.Site, node, slot, owner.Name.Name));
            }

            written.Field = written.Field with { IsOwnerReference = true };
            return;
        }

        var field = new Field(back, owner.Type, Constraints.None, slot.Field.Origin)
        {
            OnDelete = DeleteRule.Cascade,
            IsOwnerReference = true,
        };
        child.Fields.AddFirst(new FieldSlot(field, null, slot.Site) { Target = owner });
    }

    private static void BindLinked(FieldSlot slot)
    {
        if (slot.Modifiers?.Linked is not null && slot.Target is { } target)
        {
            slot.Field = slot.Field with { Relation = new Relation(RelationKind.Linked, target.Name) };
        }
    }

    private static void BindInverse(EntityElement entity, FieldSlot slot)
    {
        if (slot.Modifiers?.Inverse is not { Field.IsMissing: false } word || slot.Target is not { } target)
        {
            return;
        }

        var kind = RelationKind.Inverse;
        if (target.Fields.Find(word.Field.Text) is not { } back)
        {
            slot.Site.Add(
                UnknownField.At(slot.Site.At(word.Field), target.Name.Name, word.Field.Text, PointingTo(target, entity)));
        }
        else if (back.Field is { Relation.Kind: RelationKind.Linked } && back.Target == entity)
        {
            kind = RelationKind.LinkedInverse;
            back.Field = back.Field with
            {
                Relation = new Relation(RelationKind.Linked, entity.Name) { BackReference = slot.Field.Name },
            };
        }
        else if (back.Field.Type is not (ReferenceType or UnknownType) || (back.Target is { } found && found != entity))
        {
            slot.Site.Add(InverseElsewhere.At(slot.Site, word, target.Name.Name, entity.Name.Name, PointingTo(target, entity)));
        }

        slot.Field = slot.Field with { Relation = new Relation(kind, target.Name) { BackReference = word.Field.Text } };
    }

    private static IEnumerable<string> PointingTo(EntityElement target, EntityElement entity) =>
        target
            .Fields.Slots.Where(slot =>
                slot.Target == entity && (slot.Field.Type is ReferenceType || slot.Field.Relation?.Kind == RelationKind.Linked))
            .Select(slot => slot.Field.Name);
}
