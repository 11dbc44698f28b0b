using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>The reference to the owner, written by hand.</summary>
internal sealed class OwnerReferenceWritten : Rule
{
    public static Diagnostic At(Site site, FieldSyntax node, FieldSlot list, string owner) =>
        Diagnostic
            .Of<OwnerReferenceWritten>(site.At(node.Name), $"`{node.Name.Text}` is there already, as the reference to the owner")
            .WithLabel("written by hand")
            .WithRelated(list.Site.At(list.Field.Origin.Span), $"`owned` gives the rows their `{owner}`")
            .WithHelp("remove the field")
            .WithFix(Edits.Remove(site, node, "remove the field"));
}
