using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A value of an enum with the enum's name before it.</summary>
internal sealed class QualifiedValue : Rule
{
    public static Diagnostic At(Site site, MemberAccessSyntax node, NameExpressionSyntax named) =>
        Diagnostic.Of<QualifiedValue>(site.At(node), $"`{node.Name.Text}` is written without `{named.Name.Text}.`")
            .WithLabel("the type is known from the other side")
            .WithHelp($"write `{node.Name.Text}`")
            .WithFix(Fix.Replace(FixSafety.Safe, site.At(node), node.Name.Text, $"write `{node.Name.Text}`"));
}
