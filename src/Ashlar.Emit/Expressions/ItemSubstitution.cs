using Ashlar.Core.Model.Expressions;

namespace Ashlar.Emit.Expressions;

/// <summary>Puts an expression in the place of a comprehension's item.</summary>
internal sealed class ItemSubstitution(Variable item, Expression value) : ExpressionRewriter
{
    public static Expression? In(Expression? node, Variable item, Expression value) =>
        node is null ? null : new ItemSubstitution(item, value).Rewrite(node);

    /// <summary>Within a comprehension whose item has the same name, the name means that item.</summary>
    public override Expression Visit(Comprehension node) =>
        node.Item.Name == item.Name ? node with { Source = RewriteIfAny(node.Source) } : base.Visit(node);

    public override Expression Visit(Variable node) => node.Kind == VariableKind.Item && node.Name == item.Name ? value : node;
}
