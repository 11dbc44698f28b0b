using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Expressions;
using Ashlar.Emit.Sql;
using Ashlar.Emit.Statements;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Features;

/// <summary>
/// The columns of a row that is being made, and what stands in them: parameters,
/// and what the database works out.
/// </summary>
internal sealed class CreatedRow(Emission emission, Creation creation) : ExpressionRewriter
{
    /// <summary>Ends the name of the input that says whether a request has a member.</summary>
    public const string IsSet = Field.IsSetSuffix;

    /// <summary>Begins the name of the input that is the next number of a field's sequence.</summary>
    public const string SequenceOf = "next ";

    /// <summary>The columns with their values, in the order of the fields.</summary>
    public IEnumerable<(string Column, string Value)> Columns(StatementText text) =>
        from field in creation.Fields
        where !field.IsList
        from column in emission.TableOf(creation.Entity).ColumnsOf(field.Field.Name)
        select (SqlNames.Quote(column.Name), text.Expressions.Stored(ValueOf(field, column.Part), column.Type, SqlScope.Empty));

    /// <summary>`this.book` is what the request says: a parameter, or the default in its place.</summary>
    public override Expression Visit(FieldAccess node)
    {
        if (node.Target is not Variable { Kind: VariableKind.This })
        {
            return base.Visit(node);
        }

        return creation.Fields.FirstOrDefault(field => field.Field.Name == node.Field) is { } field ? ValueOf(field)
            : node.Field == "id" ? new Variable(node.Type, VariableKind.Input, "id")
            : new Literal(node.Type.AsNullable(true), null);
    }

    public override Expression Visit(Variable node) => node.Kind == VariableKind.This
        ? new Variable(node.Type, VariableKind.Input, "id")
        : node;

    private Expression ValueOf(CreatedField field, Field? part)
    {
        var value = ValueOf(field);
        return part is null
            ? value
            : new FieldAccess(part.Type.AsNullable(part.IsOptional || field.Field.IsOptional), value, part.Name);
    }

    private Expression ValueOf(CreatedField field)
    {
        var type = field.Field.Type;
        var input = new Variable(type, VariableKind.Input, field.Field.Name);
        return field.Source switch
        {
            CreationSource.BodyOrDatabase => new Conditional(
                type,
                new Variable(Grants.Conditions.Bool, VariableKind.Input, field.Field.Name + IsSet),
                input,
                Default(field.Field)),
            CreationSource.Database => Default(field.Field),
            CreationSource.Sequence => Generated(field.Field),
            _ => input,
        };
    }

    private Expression Default(Field field) => field.Default is { } value
        ? Rewrite(FunctionInliner.Inline(value, emission.Model.Function))
        : new Literal(field.Type.AsNullable(true), null);

    private Expression Generated(Field field) => field.Generated is { Template: { } template }
        ? new SequenceInput(SequenceOf + field.Name).Rewrite(Rewrite(template))
        : new Variable(field.Type, VariableKind.Input, SequenceOf + field.Name);
}
