using Ashlar.Core.Model.Rules;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds the members of a request to what they set.</summary>
internal static class WireBinder
{
    public static WireBody BindBody(Site site, FieldTable fields, BodySyntax node)
    {
        var members = new List<WireMember>();
        Bind(site, fields, node, [], members);
        return new WireBody(members.ToValueList());
    }

    private static void Bind(Site site, FieldTable fields, BodySyntax node, ValueList<string> path, List<WireMember> members)
    {
        var names = new Dictionary<string, NameSyntax>(StringComparer.Ordinal);
        foreach (var member in node.Members.Where(member => !member.Name.IsMissing))
        {
            if (!names.TryAdd(member.Name.Text, member.Name))
            {
                site.Add(DuplicateMember.At(site.At(member.Name), member.Name.Text, site.At(names[member.Name.Text])));
            }
            else if (member.Nested is { } nested)
            {
                Bind(site, fields, nested, path.Add(member.Name.Text), members);
            }
            else
            {
                BindMember(site, fields, member, path, members);
            }
        }
    }

    private static void BindMember(
        Site site, FieldTable fields, BodyMemberSyntax member, ValueList<string> path, List<WireMember> members)
    {
        var field = member.Field ?? member.Name;
        if (field.IsMissing)
        {
            return;
        }

        if (fields.Find(field.Text) is null)
        {
            site.Add(BodyMember.Unknown(site.At(field), field.Text, fields.Names));
            return;
        }

        var origin = site.OriginOf(field);
        if (members.Find(other => other.Field == field.Text) is { } first)
        {
            site.Add(BodyMember.Twice(site.At(field), field.Text, first.Origin.Location));
            return;
        }

        members.Add(new WireMember(path.Add(member.Name.Text), field.Text, origin));
    }
}
