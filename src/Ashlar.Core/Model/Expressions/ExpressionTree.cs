using System.Collections.Immutable;

namespace Ashlar.Core.Model.Expressions;

/// <summary>Walks over expressions that do not care for the kind of each node.</summary>
public static class ExpressionTree
{
    /// <summary>The direct parts in evaluation order.</summary>
    public static ImmutableArray<Expression> Children(this Expression expression) =>
        expression.Accept(ExpressionChildren.Instance);

    /// <summary>The expression and everything in it, each before its parts. Functions that it calls are not entered.</summary>
    public static IReadOnlyList<Expression> DescendantsAndSelf(this Expression expression)
    {
        var found = new List<Expression>();
        Collect(expression, found);
        return found;
    }

    /// <summary>The commonest kinds are walked without a list of their parts: rules walk every expression of a model.</summary>
    private static void Collect(Expression node, List<Expression> found)
    {
        found.Add(node);
        switch (node)
        {
            case Literal or Variable:
                return;
            case FieldAccess access:
                Collect(access.Target, found);
                return;
            case Binary binary:
                Collect(binary.Left, found);
                Collect(binary.Right, found);
                return;
            default:
                foreach (var part in node.Children())
                {
                    Collect(part, found);
                }

                return;
        }
    }
}
