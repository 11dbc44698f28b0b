using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A step that adds to, or removes from, something other than a linked list.</summary>
internal sealed class NotLinked : Rule
{
    public static Diagnostic At(Site site, LinkSyntax node, FieldSlot slot) =>
        Diagnostic.Of<NotLinked>(site.At(node.Field), $"`{slot.Field.Name}` {Claim(slot)}")
            .WithLabel(node.IsRemoved ? "nothing is removed from it" : "nothing is added to it")
            .WithRelated(slot.Site.At(slot.Field.Origin.Span), "declared here")
            .WithHelp(Help(site, node, slot));

    private static string Claim(FieldSlot slot) =>
        slot.Field switch
        {
            { Relation.Kind: RelationKind.LinkedInverse } => "is the other side of a linked list",
            { Type: ListType } => "is no linked list",
            _ => "is no list",
        };

    private static string Help(Site site, LinkSyntax node, FieldSlot slot)
    {
        var (row, item) = (site.Source.Slice(node.Row.Span), site.Source.Slice(node.Item.Span));
        var (word, to) = node.IsRemoved ? ("remove", "from") : ("add", "to");
        return slot.Field switch
        {
            { Relation: { Kind: RelationKind.LinkedInverse } relation } =>
                $"write `{word} {row} {to} {item}.{relation.BackReference}`",
            { Relation: not null } when node.IsRemoved => $"delete the row: `delete {item}`",
            { Relation: { } relation } => $"create the row: `create {relation.Target.Name} {{ … }}`",
            _ => $"set it: `set {row}.{slot.Field.Name} = …`",
        };
    }
}
