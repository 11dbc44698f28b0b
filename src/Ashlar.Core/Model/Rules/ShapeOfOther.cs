using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A shape of another entity than the row's.</summary>
internal sealed class ShapeOfOther : Rule
{
    public static Diagnostic At(Location at, string shape, string actual, string expected) =>
        Diagnostic
            .Of<ShapeOfOther>(at, $"`{shape}` is a shape of `{actual}`, but the row is {Article.Of(expected)}")
            .WithLabel($"a shape of `{actual}`")
            .Mismatch(expected, actual)
            .WithHelp($"name a shape of `{expected}`");

    public static Diagnostic NoRow(Site site, ExpressionSyntax node, ModelType type) =>
        Diagnostic
            .Of<ShapeOfOther>(
                site.At(node),
                $"{site.Quote(node, "this")} is {Article.Of(TypeNames.Of(type))}, not a row or a collection")
            .WithLabel("has no shape")
            .WithHelp("drop the shape before it");
}
