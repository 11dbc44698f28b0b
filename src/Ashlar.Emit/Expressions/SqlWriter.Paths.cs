using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Sql;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Expressions;

internal sealed partial class SqlWriter
{
    public SqlText Visit(FieldAccess node)
    {
        if (Context.Model.FieldOf(node) is not { } field)
        {
            return Total(node.Target);
        }

        return node.Target.Type is ValueType ? Part(node.Target, field) : Read(node, (writer, row) => writer.Column(row, field));
    }

    /// <summary>A stored field is its column; a computed one that is not stored is calculated where it is read.</summary>
    private SqlText Column(RowBinding row, Field field)
    {
        if (Context.Model.IsStored(field))
        {
            return row.Column(SqlNames.Column(field));
        }

        if (field.Computed is not { } computed)
        {
            throw new InvalidOperationException($"the list `{field.Name}` is no value of a column");
        }

        var inlined = FunctionInliner.Inline(computed, Context.Model.Function);
        return In(scope.WithThis(row.Entity, row.Alias)).Stored(inlined, field.Type);
    }

    /// <summary>A value in the form in which a column of this type holds it.</summary>
    public SqlText Stored(Expression node, ModelType type) =>
        Fallibility.IsNumber(type) && !IsNull(node) ? forms.Number(this, node, type) : Total(node);

    /// <summary>Reads something of the row that the target of the access refers to: at hand, or by a subquery.</summary>
    private SqlText Read(FieldAccess access, Func<SqlWriter, RowBinding, SqlText> read)
    {
        if (Bound(access.Target) is { } bound)
        {
            return bound is RowBinding row ? read(this, row) : SqlText.Null;
        }

        if (access.Target is Comprehension { Kind: ComprehensionKind.First } first)
        {
            return First(first with { Select = access with { Target = first.Item } });
        }

        var (from, where, found, writer) = Join(access.Target);
        return SqlText.Primary($"(select {read(writer, found)} from {from} where {where})");
    }

    private Binding? Bound(Expression target) =>
        target is Variable variable && scope.Find(variable) is RowBinding or AbsentBinding ? scope.Find(variable) : null;

    /// <summary>The row that a reference names: one table, or a chain of joins for a path.</summary>
    private (string From, SqlText Where, RowBinding Row, SqlWriter Writer) Join(Expression target)
    {
        if (target.Type is not ReferenceType reference)
        {
            throw new InvalidOperationException("a path goes over references");
        }

        var entity = Context.Model.EntityOf(reference.Entity);
        if (target is FieldAccess { Target: { Type: ReferenceType } before } step
            && Bound(before) is null && before is not Comprehension
            && Context.Model.FieldOf(step) is { Computed: null } field)
        {
            var (from, where, middle, writer) = Join(before);
            var (joined, scopeOfJoin) = writer.Scope.Alias(step.Field);
            var row = new RowBinding(entity, joined);
            return (
                $"{from} join {TableAs(entity, joined)} on {SqlText.Compare(row.Id, "=", middle.Column(SqlNames.Column(field)))}",
                where, row, In(scopeOfJoin));
        }

        var (alias, inner) = scope.Alias(NameOf(target));
        var found = new RowBinding(entity, alias);
        return (TableAs(entity, alias), SqlText.Compare(found.Id, "=", Total(target)), found, In(inner));
    }

    private SqlScope Scope => scope;

    private static string NameOf(Expression target) => target switch
    {
        FieldAccess access => access.Field,
        // The fields of an event carry its name in front.
        Variable variable => variable.Name[(variable.Name.LastIndexOf('.') + 1)..],
        _ => "found",
    };

    private static string TableAs(Entity entity, string alias) =>
        $"{SqlNames.Quote(SqlNames.Table(entity))} as {SqlNames.Quote(alias)}";

    /// <summary>A field of a value: a column of the row that holds it, or what the value is made from.</summary>
    private SqlText Part(Expression value, Field part) => value switch
    {
        FieldAccess access when access.Target.Type is ReferenceType && Context.Model.FieldOf(access) is { } field =>
            Read(access, (_, row) => row.Column(SqlNames.ValueColumn(field, part))),
        ObjectLiteral literal => Stored(literal.Fields.First(field => field.Name == part.Name).Value, part.Type),
        Conditional choice => Choose(choice, branch => Part(branch, part)),
        Binary { Operator: BinaryOperator.Coalesce } either =>
            SqlText.Case(NullTest(either.Left), Part(either.Right, part), Part(either.Left, part)),
        Comprehension { Kind: ComprehensionKind.First, Select: { } item } first =>
            First(first with { Select = new FieldAccess(part.Type.AsNullable(true), item, part.Name) }),
        Variable variable when scope.Find(variable) is ValueBinding bound => bound.Column(part),
        Variable { Kind: VariableKind.Input } input =>
            SqlText.Primary(Context.Parameters.Input($"{input.Name}.{part.Name}", PartOf(input, part).Type)),
        Literal { Value: null } => SqlText.Null,
        _ => throw new InvalidOperationException($"no value to read `{part.Name}` from"),
    };
}
