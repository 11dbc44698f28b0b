using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A number with more digits than are carried without loss.</summary>
internal sealed class DecimalTooWide : Rule
{
    public static Diagnostic At(Site site, ExpressionSyntax node, int digits) =>
        Diagnostic.Of<DecimalTooWide>(site.At(node), $"the result may have {digits} digits, but at most 28 are exact")
            .WithLabel("too many digits")
            .WithHelp("round one of the values first: `round(value: …, places: …, half: even)`");
}
