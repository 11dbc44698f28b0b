using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A bound that is no value of its type.</summary>
internal sealed class BoundDoesNotFit : Rule
{
    public static Diagnostic At(Site site, BoundSyntax node, string expected) =>
        Diagnostic.Of<BoundDoesNotFit>(site.At(node.Value), $"{site.Quote(node, "the bound")} is not {expected}")
            .WithLabel($"expected {expected}")
            .Mismatch(expected, site.Source.Slice(node.Value.Span))
            .WithHelp($"write {expected}");
}
