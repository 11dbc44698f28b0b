using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>Bounds that leave no value, or that widen what a type allows.</summary>
internal sealed class ContradictingBounds : Rule
{
    public static Diagnostic At(Site site, ModifierSyntax last, ModelType type, Constraints bounds)
    {
        var (least, most) =
            bounds.MinLength > bounds.MaxLength
                ? (Inv($"{bounds.MinLength}"), Inv($"{bounds.MaxLength}"))
                : (BoundText.Of(type, bounds.Min ?? 0), BoundText.Of(type, bounds.Max ?? 0));
        return Diagnostic
            .Of<ContradictingBounds>(site.At(last), $"no value is at least {least} and at most {most}")
            .WithLabel("leaves no value")
            .WithHelp("widen one of the two bounds");
    }

    public static Diagnostic Looser(Location at, string bound, string alias) =>
        Diagnostic
            .Of<ContradictingBounds>(at, $"{bound} allows more than `{alias}` does")
            .WithLabel($"the bound of `{alias}` holds anyway")
            .WithHelp($"narrow it, or widen the bound of `{alias}`");

    public static Diagnostic SecondPattern(Location at, string alias) =>
        Diagnostic
            .Of<ContradictingBounds>(
                at,
                alias.Length == 0 ? "the text has a pattern already" : $"`{alias}` has a pattern already")
            .WithLabel("a second pattern")
            .WithHelp("write one pattern that says both");

    private static string Inv(FormattableString text) => FormattableString.Invariant(text);
}
