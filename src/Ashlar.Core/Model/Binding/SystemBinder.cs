using Ashlar.Core.Model.Rules;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds what belongs to no module: the system itself and its roles.</summary>
internal static class SystemBinder
{
    public static SystemModel Bind(Declarations names)
    {
        if (names.System is not var (node, site))
        {
            return new SystemModel("Main");
        }

        return new SystemModel(node.Name.Text)
        {
            Title = node.Title?.Value ?? node.Name.Text,
            TimeZone = BindZone(site, node.TimeZone),
            Languages = BindLanguages(site, node),
            Origin = site.OriginOf(node.Name),
        };
    }

    public static ValueList<Role> BindRoles(Declarations names)
    {
        var roles = new List<Role>();
        foreach (var (name, (node, site)) in names.Roles.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var grantedBy = node
                .GrantedBy.Select(role => Lookup.FindRole(site, role))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal);
            roles.Add(new Role(name, grantedBy.ToValueList(), site.OriginOf(node.Name)) { Documentation = node.Documentation });
        }

        return roles.ToValueList();
    }

    private static string BindZone(Site site, TextSyntax? zone)
    {
        if (zone is null)
        {
            return "UTC";
        }

        if (!TimeZones.Contains(zone.Value))
        {
            site.Add(UnknownTimeZone.At(site.At(zone), zone.Value));
        }

        return zone.Value;
    }

    private static ValueList<string> BindLanguages(Site site, SystemSyntax node)
    {
        foreach (var tag in node.Languages.Where(tag => !tag.IsMissing && !Languages.Contains(tag.Text)))
        {
            site.Add(UnknownLanguage.At(site.At(tag), tag.Text));
        }

        return node.Languages.Select(tag => tag.Text).Distinct(StringComparer.Ordinal).ToValueList();
    }
}
