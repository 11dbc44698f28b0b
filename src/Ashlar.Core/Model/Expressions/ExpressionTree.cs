using System.Collections.Immutable;

namespace Ashlar.Core.Model.Expressions;

/// <summary>Walks over expressions that do not care for the kind of each node.</summary>
public static class ExpressionTree
{
    /// <summary>The direct parts in evaluation order.</summary>
    public static ImmutableArray<Expression> Children(this Expression expression) =>
        expression.Accept(ExpressionChildren.Instance);

    /// <summary>The expression and everything in it, each before its parts. Functions that it calls are not entered.</summary>
    public static IEnumerable<Expression> DescendantsAndSelf(this Expression expression)
    {
        var open = new Stack<Expression>();
        open.Push(expression);
        while (open.TryPop(out var next))
        {
            yield return next;
            var children = next.Children();
            for (var i = children.Length - 1; i >= 0; i--)
            {
                open.Push(children[i]);
            }
        }
    }
}
