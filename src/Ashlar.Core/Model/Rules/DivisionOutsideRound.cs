using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A division or an average that does not say how it is rounded.</summary>
internal sealed class DivisionOutsideRound : Rule
{
    public static Diagnostic At(Site site, BinarySyntax node) => Of(site, node, "a division stands only within `round`");

    public static Diagnostic OfAverage(Site site, ComprehensionSyntax node) =>
        Of(site, node, "an average stands only within `round`");

    private static Diagnostic Of(Site site, ExpressionSyntax node, string message)
    {
        var text = site.Source.Slice(node.Span);
        return Diagnostic
            .Of<DivisionOutsideRound>(site.At(node), message)
            .WithLabel("may have no end of digits")
            .WithHelp("say how many places are kept: `round(value: …, places: 2, half: even)`")
            .WithFix(
                Fix.Replace(FixSafety.Unsafe, site.At(node), $"round(value: {text}, places: 2, half: even)", "keep two places"));
    }
}
