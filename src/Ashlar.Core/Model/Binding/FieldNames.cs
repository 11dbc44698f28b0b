using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Binding;

/// <summary>Finds the fields that the other members of an entity name.</summary>
internal static class FieldNames
{
    public static FieldSlot? Find(EntityElement entity, NameSyntax name) => Find(entity.Site, entity, name);

    /// <summary>A field of an entity, as named at some other place.</summary>
    public static FieldSlot? Find(Site site, EntityElement entity, NameSyntax name)
    {
        if (name.IsMissing)
        {
            return null;
        }

        if (entity.Fields.Find(name.Text) is { } slot)
        {
            return slot;
        }

        site.Add(UnknownField.At(site.At(name), entity.Name.Name, name.Text, entity.Fields.Names));
        return null;
    }

    /// <summary>A field that a column of the entity's table holds.</summary>
    public static FieldSlot? FindStored(EntityElement entity, NameSyntax name)
    {
        if (Find(entity, name) is not { } slot)
        {
            return null;
        }

        var isComparable =
            slot.Field.Type
            is not (ListType or Types.ValueType or ScalarType { Scalar: Scalar.Json or Scalar.File or Scalar.Password });
        if (!isComparable || slot.Modifiers is { Computed: not null })
        {
            entity.Site.Add(NotAColumn.At(entity.Site.At(name), slot));
            return null;
        }

        return slot;
    }

    public static IEnumerable<string> Bind(EntityElement entity, IEnumerable<NameSyntax> names) =>
        Distinct(entity, names).Select(name => Find(entity, name)?.Field.Name).OfType<string>();

    public static IEnumerable<string> BindStored(EntityElement entity, IEnumerable<NameSyntax> names) =>
        Distinct(entity, names).Select(name => FindStored(entity, name)?.Field.Name).OfType<string>();

    private static IEnumerable<NameSyntax> Distinct(EntityElement entity, IEnumerable<NameSyntax> names)
    {
        var seen = new Dictionary<string, NameSyntax>(StringComparer.Ordinal);
        foreach (var name in names.Where(name => !name.IsMissing))
        {
            if (seen.TryAdd(name.Text, name))
            {
                yield return name;
            }
            else
            {
                entity.Site.Add(DuplicateMember.At(entity.Site.At(name), name.Text, entity.Site.At(seen[name.Text])));
            }
        }
    }
}
