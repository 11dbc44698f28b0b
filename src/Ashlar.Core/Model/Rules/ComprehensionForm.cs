using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A comprehension with a part too much or too little.</summary>
internal sealed class ComprehensionForm : Rule
{
    public static Diagnostic MissingValue(Site site, ComprehensionSyntax node) =>
        Of(site, node, $"`{Word(node)}` does not say of what").WithHelp($"write after `:` what `{Word(node)}` is taken of");

    public static Diagnostic CountedValue(Site site, ComprehensionSyntax node, ExpressionSyntax value)
    {
        var found = Of(site, value, "`count` counts rows and takes nothing after `:`")
            .WithHelp("write a condition after `where`");
        if (node.Where is not null)
        {
            return found;
        }

        var colon = TextSpan.FromBounds(node.Source.Span.End, value.Span.Start);
        return found.WithFix(Fix.Replace(FixSafety.Safe, site.At(colon), " where ", "make it the condition"));
    }

    public static Diagnostic UselessSort(Site site, ComprehensionSyntax node) =>
        Of(site, node.Sort[0], $"`{Word(node)}` does not depend on an order").WithHelp("leave `sort` out");

    private static string Word(ComprehensionSyntax node) => node.Kind.ToString().ToLowerInvariant();

    private static Diagnostic Of(Site site, SyntaxNode node, string message) =>
        Diagnostic.Of<ComprehensionForm>(site.At(node), message).WithLabel("here");
}
