using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A `move` of something that has no states.</summary>
internal sealed class NotAState : Rule
{
    public static Diagnostic At(Site site, MoveSyntax node, FieldSlot slot) =>
        Diagnostic.Of<NotAState>(site.At(node.Field), $"`{slot.Field.Name}` is no state, so it does not move")
            .WithLabel("has no transitions")
            .WithRelated(slot.Site.At(slot.Field.Origin.Span), "declared here")
            .WithHelp($"set it: `set {site.Source.Slice(node.Row.Span)}.{slot.Field.Name} = …`");
}
