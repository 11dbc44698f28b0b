using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Sql;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Expressions;

internal sealed partial class SqlWriter
{
    public SqlText Visit(Comprehension node)
    {
        if (ListSources.Simplify(node) is { } simple)
        {
            return Total(simple);
        }

        return node.Kind switch
        {
            ComprehensionKind.Any => Any(node),
            ComprehensionKind.All => All(node),
            ComprehensionKind.First => First(node),
            ComprehensionKind.List => throw new InvalidOperationException("a list is no value of a column"),
            ComprehensionKind.Min or ComprehensionKind.Max when node.Select is { } item && !forms.IsSortable(this, item) => First(
                node with
                {
                    Kind = ComprehensionKind.First,
                    Sort = [new SortKey(item, IsDescending: node.Kind == ComprehensionKind.Max)],
                }),
            ComprehensionKind.Count => Aggregate(node, (_, _) => forms.Count(node.Type)),
            _ => Aggregate(node, (writer, item) => Aggregated(writer, node, item)),
        };
    }

    /// <summary>`count(…)` where any whole number will do, as in a comparison.</summary>
    public SqlText PlainCount(Comprehension node) =>
        ListSources.Simplify(node) is { } simple ? Total(simple) : Aggregate(node, (_, _) => SqlText.Primary("count(*)"));

    private SqlText Any(Comprehension node)
    {
        var rows = Rows(node);
        var test = In(rows.Scope).Both(node.Where, node.Select);
        return CanFail(node)
            ? SqlText.Compare(Query("count(*)", rows, test), ">", SqlText.Of(0))
            : Exists(rows, test);
    }

    // What can fail is evaluated for every row, so that the error does not depend on which row comes first.
    private SqlText All(Comprehension node)
    {
        var rows = Rows(node);
        var fails = node.Select is null ? null : new Unary(node.Type, UnaryOperator.Not, node.Select);
        var test = In(rows.Scope).Both(node.Where, fails);
        return CanFail(node)
            ? SqlText.Compare(Query("count(*)", rows, test), "=", SqlText.Of(0))
            : Exists(rows, test).Not();
    }

    private bool CanFail(Comprehension node) =>
        (node.Where is { } where && Context.Fallibility.CanFail(where))
            || (node.Select is { } select && Context.Fallibility.CanFail(select));

    private SqlText Aggregate(Comprehension node, Func<SqlWriter, Expression, SqlText> write)
    {
        var rows = Rows(node);
        var inner = In(rows.Scope);
        var test = node.Kind == ComprehensionKind.Count ? inner.Both(node.Where, node.Select) : inner.Both(node.Where, null);
        return Query(write(inner, node.Select ?? node.Item).Text, rows, test);
    }

    private SqlText Aggregated(SqlWriter inner, Comprehension node, Expression item)
    {
        if (node.Kind == ComprehensionKind.Sum)
        {
            return forms.Sum(inner, node, item);
        }

        var function = node.Kind == ComprehensionKind.Min ? "min" : "max";
        return SqlText.Call(function, forms.Ordered(item, forms.Branch(inner, item, node)));
    }

    private SqlText Average(BuiltIn rounding, Comprehension node) => ListSources.Simplify(node) switch
    {
        Comprehension simple => Average(rounding, simple),
        Conditional choice => Choose(choice, branch => Total(rounding with { Arguments = [branch] })),
        _ => Aggregate(node, (writer, item) => forms.Average(writer, rounding, item)),
    };

    private SqlText First(Comprehension node)
    {
        if (ListSources.Simplify(node) is { } simple)
        {
            return Total(simple);
        }

        var rows = Rows(node);
        var inner = In(rows.Scope);
        var keys = node.Sort.Select(key => SortKey(inner, key)).ToList();
        if (rows.Tiebreak is { } last)
        {
            keys.Add(last.Text);
        }

        var value = node.Select is { } select ? forms.Branch(inner, select, node) : inner.Total(node.Item);
        return Query(value.Text, rows, inner.Both(node.Where, null), $" order by {string.Join(", ", keys)} limit 1");
    }

    /// <summary>Null stands behind every value, as in the lists of the API.</summary>
    private string SortKey(SqlWriter inner, SortKey key)
    {
        var text = forms.Ordered(key.Value, forms.SortKey(inner, key.Value)).Text + (key.IsDescending ? " desc" : "");
        return IsNullable(key.Value) ? text + (key.IsDescending ? " nulls first" : " nulls last") : text;
    }

    private SqlText Membership(Expression value, Expression source)
    {
        if (source is FieldAccess access
            && Context.Model.FieldOf(access) is { Relation.Kind: RelationKind.Linked or RelationKind.LinkedInverse } field)
        {
            var (alias, _) = scope.Alias("link");
            var link = Link(access, field);
            var owner = SqlText.Compare(Quoted(alias, link.OwnerColumn), "=", Total(access.Target));
            var target = SqlText.Compare(Quoted(alias, link.TargetColumn), "=", Total(value));
            var from = $"{SqlNames.Quote(link.Name)} as {SqlNames.Quote(alias)}";
            return Exists(new(from, owner, new AbsentBinding(), scope), target);
        }

        return Total(ListSources.Membership(value, source));
    }

    private static SqlText Exists(SqlRows rows, SqlText test) => SqlText.Primary($"exists {Query("1", rows, test)}");

    private static SqlText Query(string select, SqlRows rows, SqlText test, string tail = "")
    {
        var where = rows.Where.And(test);
        return SqlText.Primary($"(select {select} from {rows.From}{(where.Text == "true" ? "" : $" where {where}")}{tail})");
    }

    private SqlRows Rows(Comprehension node)
    {
        if (node.EntitySource is { } name)
        {
            return OfEntity(node, Context.Model.EntityOf(name), _ => SqlText.True);
        }

        return node.Source switch
        {
            FieldAccess access when Context.Model.FieldOf(access) is { } field => OfField(node, access, field),
            ListLiteral list => OfLiteral(node, list),
            _ => throw new InvalidOperationException("a comprehension goes over rows or values"),
        };
    }

    private SqlRows OfField(Comprehension node, FieldAccess access, Field field)
    {
        if (field.Relation is not { } relation)
        {
            return OfValues(node, access, field);
        }

        var target = Context.Model.EntityOf(relation.Target);
        var owner = Total(access.Target);
        if (relation.Kind is RelationKind.Inverse or RelationKind.Owned && target.Field(relation.BackReference) is { } back)
        {
            return OfEntity(node, target, row => SqlText.Compare(row.Column(SqlNames.Column(back)), "=", owner));
        }

        var link = Link(access, field);
        var (linkAlias, inner) = scope.Alias("link");
        var rows = In(inner).OfEntity(node, target, row => SqlText.Compare(Quoted(linkAlias, link.TargetColumn), "=", row.Id));
        return rows with
        {
            From = $"{SqlNames.Quote(link.Name)} as {SqlNames.Quote(linkAlias)} join {rows.From} on {rows.Where}",
            Where = SqlText.Compare(Quoted(linkAlias, link.OwnerColumn), "=", owner),
        };
    }

    private SqlRows OfEntity(Comprehension node, Entity entity, Func<RowBinding, SqlText> where)
    {
        var (alias, inner) = scope.Alias(node.Item.Name);
        var row = new RowBinding(entity, alias);
        return new(TableAs(entity, alias), where(row), row, inner.WithItem(node.Item.Name, row)) { Tiebreak = row.Id };
    }

    private SqlRows OfValues(Comprehension node, FieldAccess access, Field field)
    {
        var (alias, inner) = scope.Alias(node.Item.Name);
        Binding item = field.Type is ListType { Item: ValueType value }
            ? new ValueBinding(Context.Model.ValueOf(value.Value), alias)
            : new ScalarBinding(Quoted(alias, "value"));
        var table = SqlNames.ListTable(EntityOf(access.Target), field);
        return new(
            $"{SqlNames.Quote(table)} as {SqlNames.Quote(alias)}",
            SqlText.Compare(Quoted(alias, "owner_id"), "=", Total(access.Target)),
            item, inner.WithItem(node.Item.Name, item)) { Tiebreak = Quoted(alias, "position") };
    }

    private SqlRows OfLiteral(Comprehension node, ListLiteral list)
    {
        var (alias, inner) = scope.Alias(node.Item.Name);
        var itemType = list.Type is ListType { Item: var type } ? type : node.Item.Type;
        var values = string.Join(", ", list.Items.Select(item => $"({Stored(item, itemType)})"));
        var binding = new ScalarBinding(Quoted(alias, "column1"));
        var from = list.Items.IsEmpty
            ? $"(select null as column1 where false) as {SqlNames.Quote(alias)}"
            : $"(values {values}) as {SqlNames.Quote(alias)}";
        return new(from, SqlText.True, binding, inner.WithItem(node.Item.Name, binding));
    }

    private LinkTable Link(FieldAccess access, Field field)
    {
        var (owner, target) = (EntityOf(access.Target), Context.Model.EntityOf(field.Relation?.Target ?? default));
        return field.Relation is { Kind: RelationKind.LinkedInverse, BackReference: var back }
            && target.Field(back) is { } declared
            ? LinkTable.Of(target, declared, owner).Inverse()
            : LinkTable.Of(owner, field, target);
    }

    private Entity EntityOf(Expression row) => row.Type is ReferenceType reference
        ? Context.Model.EntityOf(reference.Entity)
        : throw new InvalidOperationException("only rows have collections");

    private static SqlText Quoted(string alias, string column) =>
        SqlText.Primary($"{SqlNames.Quote(alias)}.{SqlNames.Quote(column)}");
}
