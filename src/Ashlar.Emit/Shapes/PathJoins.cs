using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Expressions;
using Ashlar.Emit.Grants;
using Ashlar.Emit.Sql;
using Ashlar.Emit.Statements;

namespace Ashlar.Emit.Shapes;

/// <summary>
/// The joins of a query: a path over references that starts at its row becomes one join, however often it is used.
/// </summary>
internal sealed class PathJoins(StatementText text, Entity entity, string alias) : ExpressionRewriter
{
    private readonly List<string> _lines = [];
    private readonly List<(Expression Path, Variable Row)> _rows = [];
    private SqlScope _scope = SqlScope.Of(entity, alias);

    private string? _rowsOf;

    /// <summary>Over the rows of a query: what is known of them stands in the scope, and references in it are joined.</summary>
    public static PathJoins Over(StatementText text, Entity entity, string rows, string alias, SqlScope scope) =>
        new(text, entity, alias) { _rowsOf = rows, _scope = scope };

    public string Alias => alias;

    public Entity Entity => entity;

    /// <summary>`catalog_books b` and a line for each join.</summary>
    public string From => string.Join('\n', _lines.Prepend(_rowsOf ?? StatementText.Table(entity, alias)));

    /// <summary>The scope with every row that is joined so far.</summary>
    public SqlScope Scope => _scope;

    public string Value(Expression value) => text.Expressions.Value(Rewrite(value), _scope);

    /// <summary>The value for a column of this type.</summary>
    public string Stored(Expression value, ModelType type) => text.Expressions.Stored(Rewrite(value), type, _scope);

    /// <summary>A value over the rows of the query itself, and the type whose columns have its form.</summary>
    public (string Text, ModelType Form) Aggregate(Expression value) => text.Expressions.Aggregate(Rewrite(value), _scope);

    /// <summary>A key of `order by`, with its direction.</summary>
    public (string Text, string Direction) Order(SortKey key) =>
        text.Expressions.Order(key with { Value = Rewrite(key.Value) }, _scope);

    public string Condition(Expression value) => text.Expressions.Condition(Rewrite(value), _scope);

    public string Conjunct(Expression value) => text.Expressions.Conjunct(Rewrite(value), _scope);

    /// <summary>
    /// Joins the row that a reference names, for a nested shape: where it is there, where a condition on it holds, and where
    /// one on this row holds.
    /// </summary>
    public PathJoins Nested(NestedMember member, Expression ownCondition)
    {
        var (target, condition) = (member.Shape.Entity, member.Condition);
        var id = Value(member.Key.Value);
        var own = ownCondition == Conditions.True ? "" : $" and {Conjunct(ownCondition)}";
        var joined = NewAlias(member.Key.Name);
        var inner = new PathJoins(text, target, joined) { _scope = _scope.WithThis(target, joined) };
        var test = condition == Conditions.True ? "" : $" and {text.Expressions.Conjunct(condition, inner._scope)}";
        var join = member is { IsAlways: true, Flag: null } ? "join" : "left join";
        _lines.Add($"{join} {StatementText.Table(target, joined)} on {StatementText.Column(joined, "id")} = {id}{own}{test}");
        return inner;
    }

    /// <summary>Joins the items of a list of values: the row is there once for each. It gives the column of them.</summary>
    public string Each(FieldAccess list)
    {
        var field = entity.Field(list.Field)
            ?? throw new InvalidOperationException($"a checked list is a field: {list.Field}");
        var joined = NewAlias(list.Field);
        _lines.Add(
            $"join {SqlNames.Quote(SqlNames.ListTable(entity, field))} {SqlNames.Quote(joined)}"
            + $" on {StatementText.Column(joined, "owner_id")} = {StatementText.Column(alias, "id")}");
        return StatementText.Column(joined, "value");
    }

    /// <summary>Joins what is known of a file, without its bytes, and gives its alias.</summary>
    public string File(FieldAccess file)
    {
        var id = Value(file);
        var joined = NewAlias(file.Field);
        _lines.Add(
            $"left join {EntityConstraints.FilesTable} {SqlNames.Quote(joined)} on {StatementText.Column(joined, "id")} = {id}");
        return joined;
    }

    /// <summary>Takes over the joins that a nested row needed.</summary>
    public void Add(PathJoins nested)
    {
        _lines.AddRange(nested._lines);
        _scope = nested._scope.WithThis(entity, alias);
    }

    public override Expression Visit(FieldAccess node)
    {
        return node.Field != "id" && node.Target.Type is ReferenceType reference && IsPath(node.Target)
            ? node with { Target = Row(node.Target, reference) }
            : base.Visit(node);
    }

    private bool IsPath(Expression path) => path switch
    {
        Variable { Kind: VariableKind.Key } => true,
        FieldAccess { Target: Variable { Kind: VariableKind.This } } own => IsStored(own),
        FieldAccess { Target.Type: ReferenceType } access => IsStored(access) && IsPath(access.Target),
        _ => false,
    };

    private bool IsStored(FieldAccess access) => text.Emission.Model.FieldOf(access) is { Computed: null };

    /// <summary>Whether there may be no row, also where a condition has made sure that there is one.</summary>
    private bool IsOptional(Expression path) => path.Type.IsNullable || (path is FieldAccess access
        && (text.Emission.Model.FieldOf(access) is { IsOptional: true } || IsOptional(access.Target)));

    private Variable Row(Expression path, ReferenceType reference)
    {
        var index = _rows.FindIndex(row => row.Path == path);
        if (index >= 0)
        {
            return _rows[index].Row;
        }

        var id = text.Expressions.Value(Rewrite(path), _scope);
        var target = text.Emission.Entity(reference.Entity);
        var joined = NewAlias(path is FieldAccess access ? access.Field : ((Variable)path).Name);
        var row = new Variable(path.Type, VariableKind.Item, joined);
        _scope = _scope.WithItem(joined, new RowBinding(target, joined));
        var join = IsOptional(path) ? "left join" : "join";
        _lines.Add($"{join} {StatementText.Table(target, joined)} on {StatementText.Column(joined, "id")} = {id}");
        _rows.Add((path, row));
        return row;
    }

    private string NewAlias(string name)
    {
        var (taken, scope) = _scope.Alias(name);
        _scope = scope;
        return taken;
    }
}
