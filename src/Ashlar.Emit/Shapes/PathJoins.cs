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

    public string Alias => alias;

    public Entity Entity => entity;

    /// <summary>`catalog_books b` and a line for each join.</summary>
    public string From => string.Join('\n', _lines.Prepend(StatementText.Table(entity, alias)));

    /// <summary>The scope with every row that is joined so far.</summary>
    public SqlScope Scope => _scope;

    public string Value(Expression value) => text.Expressions.Value(Rewrite(value), _scope);

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
        if (node.Field == "id" || node.Target is not FieldAccess { Type: ReferenceType reference } path || !IsPath(path))
        {
            return base.Visit(node);
        }

        return node with { Target = Row(path, reference) };
    }

    private bool IsPath(FieldAccess path) => text.Emission.Model.FieldOf(path) is { Computed: null }
        && path.Target is Variable { Kind: VariableKind.This } or FieldAccess { Type: ReferenceType }
        && (path.Target is not FieldAccess before || IsPath(before));

    private Variable Row(FieldAccess path, ReferenceType reference)
    {
        var index = _rows.FindIndex(row => row.Path == path);
        if (index >= 0)
        {
            return _rows[index].Row;
        }

        var id = text.Expressions.Value(Rewrite(path), _scope);
        var target = text.Emission.Entity(reference.Entity);
        var joined = NewAlias(path.Field);
        var row = new Variable(path.Type, VariableKind.Item, joined);
        _scope = _scope.WithItem(joined, new RowBinding(target, joined));
        var join = path.Type.IsNullable ? "left join" : "join";
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
