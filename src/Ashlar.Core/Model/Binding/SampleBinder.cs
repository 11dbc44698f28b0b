using Ashlar.Core.Model.Rules;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds rows for development: every field of its type, references to other samples by name.</summary>
internal static class SampleBinder
{
    public static Sample? Bind(Declared<SampleSyntax> declared)
    {
        var (node, site) = declared;
        if (Lookup.Find<EntityElement>(site, node.Entity, Wanted.Entity) is not { } entity)
        {
            return null;
        }

        var values = new SampleValues(
            site, Scope.Empty, Place.Sample, isWhole: true, (name, target) => Find(site, name, target));
        return new Sample(
            node.Name.Text,
            entity.Name,
            BindRoles(site, node.Roles, entity),
            values.Bind(entity, node.Values),
            site.OriginOf(node.Entity))
        {
            Module = site.Module.Name,
        };
    }

    public static ValueList<string> BindRoles(Site site, IReadOnlyList<NameSyntax> roles, EntityElement entity)
    {
        if (roles is [var first, ..] && !entity.Syntax.IsPrincipal)
        {
            site.Add(RolesOfOther.At(site.At(first), entity.Name.Name, site.Names.Principal?.Name.Name));
        }

        return roles
            .Select(role => Lookup.FindRole(site, role))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToValueList();
    }

    private static string Find(Site site, NameSyntax name, EntityElement target)
    {
        var samples = site.Names.NamedSamples;
        if (!samples.TryGetValue(name.Text, out var found))
        {
            var ofTarget = samples
                .Values.Where(sample => sample.Syntax.Entity.Name.Text == target.Name.Name)
                .Select(sample => sample.Syntax.Name.Text);
            site.Add(UnknownSample.At(site.At(name), name.Text, target.Name.Name, ofTarget));
            return "";
        }

        if (found.Syntax.Entity.Name.Text != target.Name.Name)
        {
            site.Add(UnknownSample.OfOther(site.At(name), name.Text, found.Syntax.Entity.Name.Text, target.Name.Name));
        }

        return name.Text;
    }
}
