using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds inputs that are like fields of an entity: their type and their bounds, not what they are by default.</summary>
internal static class FieldInputBinder
{
    public static void Bind(ActionElement action, FieldInputsSyntax node)
    {
        var site = action.Site;
        if (Lookup.Find<EntityElement>(site, node.Entity, Wanted.Entity) is not { } entity
            || (entity.Site.Module != site.Module && !Lookup.IsSeen(site, node.Entity, entity)))
        {
            action.Changes ??= node.AreChanges ? new RowChanges(Entity: null, []) : null;
            return;
        }

        var inputs = new List<FieldSlot>();
        foreach (var name in node.Fields.Where(name => !name.IsMissing))
        {
            if (FieldOf(site, entity, name) is not { } slot)
            {
                continue;
            }

            if (action.Inputs.Find(name.Text) is { } first)
            {
                site.Add(DuplicateMember.At(site.At(name), name.Text, first.Site.At(first.Field.Origin.Span)));
                continue;
            }

            var input = new Field(name.Text, slot.Field.Type, slot.Field.Constraints, site.OriginOf(name))
            {
                Documentation = slot.Field.Documentation,
                IsPersonal = slot.Field.IsPersonal,
                IsChange = node.AreChanges,
            };
            inputs.Add(new FieldSlot(input, syntax: null, site.About(name.Text)) { Target = slot.Target });
            action.Inputs.Add(inputs[^1]);
        }

        if (node.AreChanges)
        {
            action.Changes ??= new RowChanges(entity, inputs);
        }
    }

    private static FieldSlot? FieldOf(Site site, EntityElement entity, NameSyntax name)
    {
        if (name.Text == ImplicitFields.Id && entity.Fields.Find(name.Text) is null)
        {
            site.Add(NotSettable.Key(site.At(name)));
            return null;
        }

        if (FieldNames.Find(site, entity, name) is not { } slot)
        {
            return null;
        }

        var problem = !Visibility.CanSee(site, entity, name.Text) ? NotPublic.Field(site.At(name), entity, name.Text)
            : slot.Field.Type is ListType { Item: ReferenceType } ? ChangesForm.Rows(site.At(name), slot)
            : NotSettable.ByAction(site.At(name), slot);
        if (problem is not null)
        {
            site.Add(problem);
        }

        return problem is null ? slot : null;
    }
}

/// <summary>
/// What `apply changes` writes: fields of a row, as far as the request has them. Without an entity nothing is known of it.
/// </summary>
internal sealed record RowChanges(EntityElement? Entity, IReadOnlyList<FieldSlot> Fields);
