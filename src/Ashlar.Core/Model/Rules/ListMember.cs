using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A field of a list, where only its items have fields.</summary>
internal sealed class ListMember : Rule
{
    public static Diagnostic At(Site site, MemberAccessSyntax node)
    {
        var list = site.Quote(node.Target, "the list");
        var found = Diagnostic.Of<ListMember>(site.At(node.Name), $"{list} is a list, which has no field `{node.Name.Text}`")
            .WithLabel("only its items have fields");
        var text = site.Source.Slice(node.Target.Span);
        return node.Name.Text is "length" or "count" or "size"
            ? found.WithHelp($"write `count(item in {text})` for the number of its items")
                .WithFix(Fix.Replace(FixSafety.Safe, site.At(node), $"count(item in {text})", "count its items"))
            : found.WithHelp($"name an item: `any(item in {text}: item.{node.Name.Text} …)`, `sum`, `list` and so on");
    }
}
