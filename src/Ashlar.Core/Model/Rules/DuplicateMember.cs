using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>Two parts of one thing with the same name.</summary>
internal sealed class DuplicateMember : Rule
{
    public static Diagnostic At(Location at, string name, Location first) =>
        Diagnostic.Of<DuplicateMember>(at, $"`{name}` stands here twice")
            .WithLabel("second time")
            .WithRelated(first, "first time")
            .WithHelp("remove one of the two, or rename it");

    public static Diagnostic OfEveryEntity(Site site, FieldSyntax node) =>
        Diagnostic.Of<DuplicateMember>(site.At(node.Name), $"every entity has `{node.Name.Text}` already")
            .WithLabel("declared by hand")
            .WithHelp("remove the field: the key of a row is a `uuid` that nobody writes")
            .WithFix(Edits.Remove(site, node, "remove the field"));
}
