using Ashlar.Core.Model.Rules;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds enums.</summary>
internal static class EnumBinder
{
    public static void Check(EnumElement element)
    {
        var seen = new Dictionary<string, NameSyntax>(StringComparer.Ordinal);
        foreach (var value in element.Syntax.Values.Where(value => !value.Name.IsMissing))
        {
            if (!seen.TryAdd(value.Name.Text, value.Name))
            {
                element.Site.Add(
                    DuplicateMember.At(element.Site.At(value.Name), value.Name.Text, element.Site.At(seen[value.Name.Text])));
            }
        }

        if (element.Syntax.Values.IsEmpty)
        {
            element.Site.Add(EmptyEnum.At(element.NameLocation, element.Name.Name));
        }
    }

    public static EnumDefinition ToModel(EnumElement element)
    {
        var values = element
            .Syntax.Values.Where(value => !value.Name.IsMissing)
            .DistinctBy(value => value.Name.Text)
            .Select(value => new EnumValue(value.Name.Text, value.Documentation, element.Site.OriginOf(value.Name)));
        return new EnumDefinition(element.Name, values.ToValueList(), element.Origin)
        {
            Documentation = element.Syntax.Documentation,
            IsPublic = element.IsPublic,
        };
    }
}
