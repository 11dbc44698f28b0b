using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A value that may be null where one is needed.</summary>
internal sealed class PossiblyNull : Rule
{
    /// <param name="whole">The comparison around the value, which a guard can stand before; null where there is none.</param>
    public static Diagnostic At(Site site, ExpressionSyntax node, ExpressionSyntax? whole = null)
    {
        var what = site.Quote(node, "this value");
        var found = Diagnostic
            .Of<PossiblyNull>(site.At(node), $"{what} may be null here")
            .WithLabel("may be null")
            .WithHelp(
                node is LiteralSyntax
                    ? "compare with `==` or `!=`, which know null"
                    : "guard it: right of a test for null with `and`, or with `??` and another value");
        if (whole is null || node is LiteralSyntax || what[0] != '`')
        {
            return found;
        }

        var guarded = $"({site.Source.Slice(node.Span)} != null and {site.Source.Slice(whole.Span)})";
        return found.WithFix(Fix.Replace(FixSafety.Unsafe, site.At(whole), guarded, "let null count as false"));
    }
}
