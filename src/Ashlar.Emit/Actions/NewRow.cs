using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Expressions;
using Ashlar.Emit.Features;
using Ashlar.Emit.Sql;
using Ashlar.Emit.Statements;

namespace Ashlar.Emit.Actions;

/// <summary>The columns of a row that an action makes: what the statement gives, else the field's default.</summary>
internal sealed class NewRow(Emission emission, Entity entity, ValueList<GivenValue> given, string id) : ExpressionRewriter
{
    /// <summary>The fields that take a number of a sequence.</summary>
    public static IEnumerable<Field> Sequences(Entity entity) => entity.Fields.Where(field => field.Generated is not null);

    public IEnumerable<(string Name, string Value)> Columns(StatementText text)
    {
        yield return ("id", text.Input(id, new ScalarType(Scalar.Uuid)));
        foreach (var field in entity.Fields.Where(field => field.IsStoredInRow && ValueOf(field) is not Literal { Value: null }))
        {
            foreach (var column in emission.TableOf(entity).ColumnsOf(field.Name))
            {
                var value = text.Expressions.Stored(
                    ActionSql.PartOf(column, ValueOf(field)), column.Type, SqlScope.Empty);
                yield return (SqlNames.Quote(column.Name), value);
            }
        }

        if (entity.Fields.FirstOrDefault(field => field.IsOwnerReference) is { } owner)
        {
            yield return ("position", Position(text, owner));
        }
    }

    /// <summary>`this.book` is what stands in the row.</summary>
    public override Expression Visit(FieldAccess node) => node.Target is Variable { Kind: VariableKind.This }
        ? node.Field == "id" ? Id : entity.Field(node.Field) is { } field ? ValueOf(field) : base.Visit(node)
        : base.Visit(node);

    public override Expression Visit(Variable node) => node.Kind switch
    {
        VariableKind.This => Id with { Type = node.Type },
        _ => node,
    };

    private Variable Id => new(new ScalarType(Scalar.Uuid), VariableKind.Input, id);

    private Expression ValueOf(Field field)
    {
        if (given.FirstOrDefault(value => value.Field == field.Name) is { } written)
        {
            return HashedPasswords.Of(field, written.Value);
        }

        return field switch
        {
            { State: { } state } => new Literal(field.Type, state.Initial[0]),
            { Generated: { Template: { } template } } =>
                new SequenceInput(CreatedRow.SequenceOf + field.Name).Rewrite(Rewrite(template)),
            { Generated: not null } => new Variable(field.Type, VariableKind.Input, CreatedRow.SequenceOf + field.Name),
            { Default: { } value } => Rewrite(FunctionInliner.Inline(value, emission.Model.Function)),
            _ => new Literal(field.Type.AsNullable(true), null),
        };
    }

    // An owned row stands behind those that its owner has.
    private string Position(StatementText text, Field owner)
    {
        var column = SqlNames.Quote(SqlNames.Column(owner));
        var value = text.Expressions.Stored(ValueOf(owner), owner.Type, SqlScope.Empty);
        return $"(select coalesce(max(position) + 1, 0) from {StatementText.Table(entity)} where {column} = {value})";
    }
}
