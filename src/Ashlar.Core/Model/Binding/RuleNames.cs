using Ashlar.Core.Model.Rules;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Binding;

/// <summary>The names of an entity's rules: each is the code of a refusal, so each stands once.</summary>
internal sealed class RuleNames(EntityElement entity)
{
    private readonly Dictionary<string, NameSyntax> _seen = new(StringComparer.Ordinal);

    public bool IsNew(CheckSyntax node) => IsNew(node.Name);

    public bool IsNew(UniqueSyntax node) => IsNew(node.Name);

    public bool IsNew(ExclusiveSyntax node) => IsNew(node.Name);

    private bool IsNew(NameSyntax name)
    {
        if (name.IsMissing || _seen.TryAdd(name.Text, name))
        {
            return true;
        }

        entity.Site.Add(DuplicateMember.At(entity.Site.At(name), name.Text, entity.Site.At(_seen[name.Text])));
        return false;
    }
}
