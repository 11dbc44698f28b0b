using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A word that stands twice after a type.</summary>
internal sealed class DuplicateModifier : Rule
{
    public static Diagnostic At(Site site, ModifierSyntax node, string word, ModifierSyntax first) =>
        Diagnostic.Of<DuplicateModifier>(site.At(node), $"`{word}` stands here twice")
            .WithLabel("second time")
            .WithRelated(site.At(first), "first time")
            .WithHelp("keep one of the two")
            .WithFix(Edits.Remove(site, node, "drop the second"));
}
