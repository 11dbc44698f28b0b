using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;

namespace Ashlar.Emit.Features;

/// <summary>Reads the file of a row as it will be, and everything else as it is.</summary>
internal sealed class RowWithFile(Field file, Expression value) : ExpressionRewriter
{
    public override Expression Visit(FieldAccess node) =>
        node.Target is Variable { Kind: VariableKind.This } && string.Equals(node.Field, file.Name, StringComparison.Ordinal)
            ? value
            : base.Visit(node);
}
