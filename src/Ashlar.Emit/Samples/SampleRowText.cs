using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Expressions;
using Ashlar.Emit.Sql;
using Ashlar.Emit.Statements;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Samples;

/// <summary>The values of a sample: what it says, and the defaults of the model for the rest.</summary>
internal sealed class SampleRowText(Emission emission, Entity entity, ValueList<SampleValue> values, int number)
    : ExpressionRewriter
{
    /// <summary>The columns with their values.</summary>
    public IEnumerable<(string Column, string Value)> Columns(StatementText text) =>
        from column in emission.TableOf(entity).Columns
        where column.Computed is null && !column.Field.IsOwnerReference
        select (SqlNames.Quote(column.Name), text.Expressions.Stored(ValueOf(column), column.Type, SqlScope.Empty));

    public override Expression Visit(FieldAccess node) => node.Target is Variable { Kind: VariableKind.This }
        ? entity.Field(node.Field) is { } field ? ValueOf(field) : new Variable(node.Type, VariableKind.Input, "id")
        : base.Visit(node);

    public override Expression Visit(Variable node) => node.Kind switch
    {
        VariableKind.This => new Variable(node.Type, VariableKind.Input, "id"),
        VariableKind.Now => new Variable(node.Type, VariableKind.Input, "now"),
        VariableKind.Today => new Variable(node.Type, VariableKind.Input, "today"),
        VariableKind.Caller => new Literal(node.Type.AsNullable(true), null),
        VariableKind.Sequence => new Literal(node.Type, number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        _ => node,
    };

    private Expression ValueOf(SqlColumn column)
    {
        var value = ValueOf(column.Field);
        return column.Part is not { } part ? value
            : value is Literal { Value: null } ? new Literal(part.Type.AsNullable(true), null)
            : new FieldAccess(part.Type, value, part.Name);
    }

    private Expression ValueOf(Field field)
    {
        var given = values.FirstOrDefault(value => string.Equals(value.Field, field.Name, StringComparison.Ordinal));
        return given?.Content switch
        {
            SampleConstant when field.Type is ScalarType { Scalar: Scalar.Password } =>
                new Variable(field.Type, VariableKind.Input, field.Name),
            SampleConstant constant => Rewrite(constant.Value),
            SampleReference reference => new Variable(field.Type, VariableKind.Input, reference.Name),
            _ => DefaultOf(field),
        };
    }

    private Expression DefaultOf(Field field) => field switch
    {
        { State: { } state } => new Literal(field.Type, state.Initial[0]),
        { Generated.Template: { } template } => Rewrite(template),
        { Generated: not null } => new Literal(field.Type, (long)number),
        { Default: { } value } => Rewrite(FunctionInliner.Inline(value, emission.Model.Function)),
        _ => new Literal(field.Type.AsNullable(true), null),
    };
}
