using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A divisor that is not proven to differ from zero.</summary>
internal sealed class DivisorMayBeZero : Rule
{
    public static Diagnostic At(Site site, ExpressionSyntax node) =>
        Diagnostic.Of<DivisorMayBeZero>(site.At(node), $"{site.Quote(node, "the divisor")} may be zero")
            .WithLabel("divides by it")
            .WithHelp("guard the division: `if … > 0 then … else …`, or give the field a `min` above 0");
}
