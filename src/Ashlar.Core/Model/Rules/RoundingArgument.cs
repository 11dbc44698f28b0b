using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A rounding that is not decided by constants.</summary>
internal sealed class RoundingArgument : Rule
{
    public static Diagnostic Places(Site site, ExpressionSyntax node, int most) =>
        Diagnostic.Of<RoundingArgument>(site.At(node), $"`places` is a whole number from 0 to {most}")
            .WithLabel("decides the type, so it is a constant")
            .WithHelp("write the number of digits after the point");

    public static Diagnostic Half(Site site, ExpressionSyntax node) =>
        Diagnostic.Of<RoundingArgument>(site.At(node), "`half` is `even` or `up`")
            .WithLabel("neither of the two")
            .WithHelp("choose `even` or `up`")
            .WithFix(Fix.Replace(FixSafety.Unsafe, site.At(node), "even", "round halves to the even digit"))
            .WithFix(Fix.Replace(FixSafety.Unsafe, site.At(node), "up", "round halves up"));
}
