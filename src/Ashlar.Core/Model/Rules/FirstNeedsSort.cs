using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>The first row of no order.</summary>
internal sealed class FirstNeedsSort : Rule
{
    public static Diagnostic At(Site site, ComprehensionSyntax node) =>
        Diagnostic.Of<FirstNeedsSort>(site.At(node), "`first` of rows without an order is any of them")
            .WithLabel("no `sort`")
            .WithHelp($"say which comes first: `sort {node.Item.Text}.…`");
}
