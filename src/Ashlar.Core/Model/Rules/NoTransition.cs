using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A move to a state that no transition leads to, or not from where the move begins.</summary>
internal sealed class NoTransition : Rule
{
    public static Diagnostic At(Site site, MoveSyntax node, FieldSlot slot) =>
        Diagnostic.Of<NoTransition>(site.At(node.To), $"no transition of `{slot.Field.Name}` leads to `{node.To.Text}`")
            .WithLabel("rows only begin here")
            .WithRelated(slot.Site.At(slot.Field.Origin.Span), "declared here")
            .WithHelp($"declare which states may become `{node.To.Text}`, or move to another one");

    /// <summary>The move names a state to begin in that may not become the other.</summary>
    public static Diagnostic Between(Site site, MoveSyntax node, NameSyntax from, FieldSlot slot) =>
        Diagnostic.Of<NoTransition>(site.At(from), $"`{from.Text}` may not become `{node.To.Text}`")
            .WithLabel("the move begins here")
            .WithRelated(slot.Site.At(slot.Field.Origin.Span), "declared here")
            .WithHelp($"declare the transition `{from.Text} -> {node.To.Text}`, or leave the state out");
}
