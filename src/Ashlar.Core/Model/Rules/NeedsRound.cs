using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A number with more places than its target keeps.</summary>
internal sealed class NeedsRound : Rule
{
    public static Diagnostic At(Site site, ExpressionSyntax node, DecimalType from, DecimalType to)
    {
        var found = Diagnostic
            .Of<NeedsRound>(site.At(node), $"the value has {from.Scale} places, but {to.Scale} are kept")
            .WithLabel(Article.Of(TypeNames.Of(from.AsNullable(false))))
            .Mismatch(TypeNames.Of(to), TypeNames.Of(from))
            .WithHelp("say how it is rounded: `round(value: …, places: …, half: even)`");
        var text = site.Source.Slice(node.Span);
        return found
            .WithFix(
                Fix.Replace(
                    FixSafety.Unsafe,
                    site.At(node),
                    $"round(value: {text}, places: {to.Scale}, half: even)",
                    "round halves to the even digit"))
            .WithFix(
                Fix.Replace(
                    FixSafety.Unsafe,
                    site.At(node),
                    $"round(value: {text}, places: {to.Scale}, half: up)",
                    "round halves up"));
    }
}
