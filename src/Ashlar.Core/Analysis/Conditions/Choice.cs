using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Words;

namespace Ashlar.Core.Analysis.Conditions;

/// <summary>
/// A value inside a comparison that depends on a condition: `if c then a else b`, or `a ?? b`. The comparison holds
/// when it holds with one of the values and that value is the one taken.
/// </summary>
internal sealed record Choice(Expression Node, Goal When, Expression Then, Expression Otherwise)
{
    /// <summary>The first choice in the operands that are always evaluated; comprehensions are not entered.</summary>
    public static Choice? In(Expression atom)
    {
        foreach (var part in atom.Children())
        {
            var found = Of(part) ?? (IsEvaluatedWhole(part) ? In(part) : null);
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    public Expression Replace(Expression atom, Expression value) => new Replacement(Node, value).Rewrite(atom);

    /// <summary>Right of `and` and `or` a part may be skipped, and what is skipped may be null.</summary>
    private static bool IsEvaluatedWhole(Expression node) =>
        node is not (Comprehension or Binary { Operator: BinaryOperator.And or BinaryOperator.Or });

    private static Choice? Of(Expression node) => node switch
    {
        Conditional choice => new Choice(node, Goal.Holds(choice.Condition), choice.Then, choice.Else),
        Binary { Operator: BinaryOperator.Coalesce } choice =>
            new Choice(node, Goal.IsNotNull(choice.Left), choice.Left, choice.Right),
        _ => null,
    };

    private sealed class Replacement(Expression node, Expression value) : ExpressionRewriter
    {
        public override Expression Rewrite(Expression expression) =>
            ReferenceEquals(expression, node) ? value : base.Rewrite(expression);
    }
}
