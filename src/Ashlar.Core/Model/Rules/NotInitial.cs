using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A row that is made in a state that rows do not begin in.</summary>
internal sealed class NotInitial : Rule
{
    public static Diagnostic At(Site site, ExpressionSyntax node, string entity, ValueList<string> initial) =>
        Diagnostic.Of<NotInitial>(site.At(node), $"{Article.Of(entity)} does not begin as {site.Quote(node, "this")}")
            .WithLabel("not an initial state")
            .WithHelp($"choose {Listing.Or(initial)}, and move the row afterwards");
}
