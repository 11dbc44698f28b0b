using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>An index over something else than fields of the entity.</summary>
internal sealed class IndexKeyForm : Rule
{
    public static Diagnostic At(Site site, ExpressionSyntax node) =>
        Diagnostic.Of<IndexKeyForm>(site.At(node), $"{site.Quote(node, "this")} is not a field of the entity")
            .WithLabel("an index holds columns of one table")
            .WithHelp("name a field of this entity");
}
