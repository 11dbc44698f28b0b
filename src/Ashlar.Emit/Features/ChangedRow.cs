using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Emit.Grants;

namespace Ashlar.Emit.Features;

/// <summary>Reads a field of a row that is being changed as it will be.</summary>
internal sealed class ChangedRow(IEnumerable<Field> changed) : ExpressionRewriter
{
    private readonly HashSet<string> _changed = [.. changed.Select(field => field.Name)];

    public override Expression Visit(FieldAccess node) =>
        node.Target is Variable { Kind: VariableKind.This } && _changed.Contains(node.Field)
            ? new Conditional(
                node.Type,
                new Variable(Conditions.Bool, VariableKind.Input, node.Field + CreatedRow.IsSet),
                new Variable(node.Type, VariableKind.Input, node.Field),
                node)
            : base.Visit(node);
}
