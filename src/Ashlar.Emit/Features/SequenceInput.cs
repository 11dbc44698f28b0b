using Ashlar.Core.Model.Expressions;

namespace Ashlar.Emit.Features;

/// <summary>The number of a generated value comes from a statement before: it is an input of this name.</summary>
internal sealed class SequenceInput(string name) : ExpressionRewriter
{
    public override Expression Visit(Variable node) =>
        node.Kind == VariableKind.Sequence ? new Variable(node.Type, VariableKind.Input, name) : node;
}
