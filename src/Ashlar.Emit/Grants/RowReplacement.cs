using Ashlar.Core.Model.Expressions;

namespace Ashlar.Emit.Grants;

/// <summary>Puts another row in the place of `this`.</summary>
internal sealed class RowReplacement(Expression row) : ExpressionRewriter
{
    public static Expression Of(Expression condition, Expression row) => new RowReplacement(row).Rewrite(condition);

    public override Expression Visit(Variable node) => node.Kind == VariableKind.This ? row : node;
}
