using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A collection in a shape that does not say how its rows are written.</summary>
internal sealed class ShapeNeedsNested : Rule
{
    public static Diagnostic At(Site site, ShapeFieldSyntax node, string rows) =>
        Diagnostic.Of<ShapeNeedsNested>(site.At(node), $"`{node.Name.Text}` does not say how {Article.Of(rows)} is written")
            .WithLabel("a collection of rows without a shape")
            .WithHelp($"name a shape of `{rows}` before it, with `of`");
}
