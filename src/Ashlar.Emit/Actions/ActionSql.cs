using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Expressions;
using Ashlar.Emit.Features;
using Ashlar.Emit.Grants;
using Ashlar.Emit.Sql;
using Ashlar.Emit.Statements;

namespace Ashlar.Emit.Actions;

/// <summary>The SQL of an action's statements: its variables are parameters, and what they lead to is looked up.</summary>
internal sealed class ActionSql(Emission emission)
{
    /// <summary>One row of values, each in the form in which a column of its type holds it.</summary>
    public SqlStatement Values(IReadOnlyList<(Expression Value, ModelType Type)> values) => Select(
        [.. values.Select(item => item.Value)],
        (text, scope, value, index) => text.Expressions.Stored(value, values[index].Type, scope));

    /// <summary>One row of truth values.</summary>
    public SqlStatement Conditions(IReadOnlyList<Expression> conditions) =>
        Select(conditions, (text, scope, condition, _) => text.Expressions.Condition(condition, scope));

    /// <summary>The ids of the rows that a loop goes over.</summary>
    public SqlStatement Rows(ForStatement loop)
    {
        var item = loop.Item with { Kind = VariableKind.Item };
        var names = new ItemNames(loop.Item, item);
        var rows = new Comprehension(new ListType(item.Type), ComprehensionKind.List, item, loop.Source)
        {
            EntitySource = loop.EntitySource,
            Where = loop.Where is { } where ? names.Rewrite(where) : null,
            Sort = [.. loop.Sort.Select(key => key with { Value = names.Rewrite(key.Value) })],
        };
        return SqlStatement.Write(emission, text => text.Expressions.Ids(rows, loop.Limit));
    }

    /// <summary>Changes fields of one row, and moves its states when they are where the moves begin.</summary>
    public SqlStatement Update(RowChange change)
    {
        var entity = emission.Entity(change.Entity);
        var row = new RowAsThis(change.Row);
        return SqlStatement.Write(emission, text =>
        {
            var alias = text.Row(entity);
            var scope = SqlScope.Of(entity, alias);
            var changed = change.Values.ToDictionary(
                item => item.Field, item => row.Rewrite(Inline(Written(entity, item))), StringComparer.Ordinal);
            var assigned = change.Values.SelectMany(item => emission.TableOf(entity).ColumnsOf(item.Field).Select(column =>
                $"{SqlNames.Quote(column.Name)} = {Stored(text, column, changed[item.Field], scope)}"));
            string[] assignments =
            [
                .. assigned,
                .. OnUpdateValues.Of(text, entity, alias, new ValuesOfRow(changed)),
                $"row_version = {StatementText.Column(alias, "row_version")} + 1",
            ];
            var states = change.Moves.Select(move => text.Conjunct(StateIs(entity, move), entity, alias));
            return $"update {StatementText.Table(entity)} set\n  {string.Join(",\n  ", assignments)}"
                + StatementText.Where([HasId(text, alias, change.Row), .. states]);
        });
    }

    /// <summary>Makes a row; its id is the parameter of this name.</summary>
    public SqlStatement Insert(CreateStatement create, string id)
    {
        var entity = emission.Entity(create.Entity);
        var values = new NewRow(emission, entity, create.Values, id);
        return SqlStatement.Write(emission, text =>
        {
            var columns = values.Columns(text).ToList();
            var names = StatementText.List(
                columns.Select(column => column.Name), start: $"insert into {StatementText.Table(entity)} (");
            return $"{names})\nvalues ({StatementText.List(columns.Select(column => column.Value))})";
        });
    }

    /// <summary>The id and the hash of the account with a name, which is the only parameter.</summary>
    public SqlStatement Credentials(Entity entity, Field login) => SqlStatement.Write(emission, text =>
    {
        var alias = text.Row(entity);
        var hash = StatementText.Column(alias, SqlNames.Column(SignInFields.Password(entity)));
        var name = StatementText.Column(alias, SqlNames.Column(login));
        return $"select {StatementText.Column(alias, "id")}, {hash}\nfrom {StatementText.Table(entity)}"
            + StatementText.Where($"{name} = {text.Input(login.Name, login.Type)}");
    });

    public SqlStatement Delete(DeleteStatement delete)
    {
        var entity = emission.Entity(delete.Entity);
        return SqlStatement.Write(emission, text => $"delete from {StatementText.Table(entity)}"
            + StatementText.Where(HasId(text, text.Row(entity), delete.Row)));
    }

    /// <summary>Links two rows, or takes their link away; nothing where it is so already.</summary>
    public SqlStatement Link(LinkStatement node)
    {
        var entity = emission.Entity(node.Entity);
        var field = entity.Field(node.Field) ?? throw new InvalidOperationException($"`{node.Field}` is no list");
        var link = Links.Of(emission, entity, field);
        var (table, owner, target) = (
            SqlNames.Quote(link.Name), SqlNames.Quote(link.OwnerColumn), SqlNames.Quote(link.TargetColumn));
        return SqlStatement.Write(emission, text =>
        {
            var row = text.Expressions.Value(Inline(node.Row), SqlScope.Empty);
            var item = text.Expressions.Value(Inline(node.Item), SqlScope.Empty);
            return node.IsRemoved
                ? $"delete from {table}" + StatementText.Where($"{owner} = {row}", $"{target} = {item}")
                : $"insert into {table} ({owner}, {target})\nvalues ({row}, {item})\non conflict do nothing";
        });
    }

    /// <summary>`this.status == Draft`, or that it is one of several.</summary>
    public static Expression StateIs(Entity entity, MoveStatement move) =>
        StateIs(new Variable(new ReferenceType(entity.Name), VariableKind.This, "this"), move);

    /// <summary>The same of any expression of a row.</summary>
    public static Expression StateIs(Expression row, MoveStatement move)
    {
        var type = new StateType(move.Entity, move.Field);
        var state = new FieldAccess(type, row, move.Field);
        var from = move.From.Select(name => (Expression)new Literal(type, name)).ToList();
        return from is [var only]
            ? new Binary(Grants.Conditions.Bool, BinaryOperator.Equal, state, only)
            : new Binary(Grants.Conditions.Bool, BinaryOperator.In, state, new ListLiteral(new ListType(type), [.. from]));
    }

    // A row that several values lead from stands in `from`; the paths of others are subqueries.
    private SqlStatement Select(
        IReadOnlyList<Expression> values, Func<StatementText, SqlScope, Expression, int, string> write)
    {
        var rows = values.SelectMany(value => Inline(value).DescendantsAndSelf()).OfType<FieldAccess>()
            .Select(access => access.Target).OfType<Variable>()
            .Where(variable => variable is { Kind: VariableKind.Input, Type: ReferenceType { IsNullable: false } })
            .DistinctBy(variable => variable.Name)
            .ToList();
        return SqlStatement.Write(emission, text =>
        {
            if (rows is not [{ Type: ReferenceType reference } row])
            {
                return "select " + StatementText.List(values.Select((value, i) => write(text, SqlScope.Empty, value, i)));
            }

            var entity = emission.Entity(reference.Entity);
            var alias = text.Row(entity);
            var scope = SqlScope.Empty.WithRow(row.Name, entity, alias);
            return $"select {StatementText.List(values.Select((value, i) => write(text, scope, value, i)))}"
                + $"\nfrom {StatementText.Table(entity)}" + StatementText.Where(HasId(text, alias, row));
        });
    }

    private static Expression Written(Entity entity, GivenValue given) =>
        entity.Field(given.Field) is { } field ? HashedPasswords.Of(field, given.Value) : given.Value;

    private static string HasId(StatementText text, string alias, Expression row) =>
        $"{StatementText.Column(alias, "id")} = {text.Expressions.Value(row, SqlScope.Empty)}";

    private static string Stored(StatementText text, SqlColumn column, Expression value, SqlScope scope) =>
        text.Expressions.Stored(PartOf(column, value), column.Type, scope);

    /// <summary>What a column holds of the value of its field.</summary>
    public static Expression PartOf(SqlColumn column, Expression value) => column.Part is { } part
        ? value is Conditional choice
            ? choice with
            {
                Type = part.Type.AsNullable(part.IsOptional || column.Field.IsOptional),
                Then = PartOf(column, choice.Then),
                Else = PartOf(column, choice.Else),
            }
            : new FieldAccess(part.Type.AsNullable(part.IsOptional || column.Field.IsOptional), value, part.Name)
        : value;

    private Expression Inline(Expression expression) => FunctionInliner.Inline(expression, emission.Model.Function);

    /// <summary>The row that a statement changes is at hand in it.</summary>
    private sealed class RowAsThis(Expression row) : ExpressionRewriter
    {
        public override Expression Rewrite(Expression node) =>
            node == row ? new Variable(node.Type, VariableKind.This, "this") : base.Rewrite(node);
    }

    /// <summary>The row of a loop is the item of its query.</summary>
    private sealed class ItemNames(Variable from, Variable to) : ExpressionRewriter
    {
        public override Expression Visit(Variable node) => node == from ? to : node;
    }

    /// <summary>What the change makes of a field stands in place of what it was.</summary>
    private sealed class ValuesOfRow(Dictionary<string, Expression> values) : ExpressionRewriter
    {
        public override Expression Visit(FieldAccess node) =>
            node.Target is Variable { Kind: VariableKind.This } && values.TryGetValue(node.Field, out var value)
                ? value
                : base.Visit(node);
    }
}
