using Ashlar.Core.Model.Expressions;

namespace Ashlar.Emit.Views;

/// <summary>Puts the values of keys, or of selected columns, in the places of their names.</summary>
internal sealed class KeyValues(IReadOnlyDictionary<string, Expression> values, VariableKind kind = VariableKind.Key)
    : ExpressionRewriter
{
    public override Expression Visit(Variable node) =>
        node.Kind == kind && values.TryGetValue(node.Name, out var value) ? value : node;
}
