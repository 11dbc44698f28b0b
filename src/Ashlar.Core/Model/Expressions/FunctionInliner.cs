using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Expressions;

/// <summary>
/// Replaces every call of a declared function by the function's body with the arguments in the places of its inputs.
/// Calls never form a cycle, so this ends. Items of the body's comprehensions get names of their own, so that they
/// cannot capture what an argument means.
/// </summary>
public sealed class FunctionInliner(Func<ElementName, Function?> find) : ExpressionRewriter
{
    private int _inlined;

    /// <summary>The inlined expression; the same text always gives the same names.</summary>
    public static Expression Inline(Expression expression, Func<ElementName, Function?> find) =>
        new FunctionInliner(find).Rewrite(expression);

    public override Expression Visit(Call node)
    {
        if (find(node.Function) is not { } function)
        {
            return base.Visit(node);
        }

        var arguments = new Dictionary<string, Expression>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Min(function.Inputs.Count, node.Arguments.Count); i++)
        {
            arguments[function.Inputs[i].Name] = Rewrite(node.Arguments[i]);
        }

        _inlined++;
        return Rewrite(new Body(arguments, $"_{_inlined}").Rewrite(function.Body));
    }

    /// <summary>Puts the arguments into one function's body and renames the items of its comprehensions.</summary>
    private sealed class Body(Dictionary<string, Expression> arguments, string suffix) : ExpressionRewriter
    {
        public override Expression Visit(Variable node) => node.Kind switch
        {
            VariableKind.Input when arguments.TryGetValue(node.Name, out var argument) => argument,
            VariableKind.Item => node with { Name = node.Name + suffix },
            _ => node,
        };

        public override Expression Visit(Comprehension node) =>
            base.Visit(node) is Comprehension changed
                ? changed with { Item = changed.Item with { Name = changed.Item.Name + suffix } }
                : node;
    }
}
