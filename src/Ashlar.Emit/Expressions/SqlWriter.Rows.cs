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
        if (IsOverGroup(node))
        {
            return OverGroup(node);
        }

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
            ComprehensionKind.Count => Aggregate(node, (_, _) => forms.Count(node.Type, SqlText.Primary("count(*)"))),
            _ => Aggregate(node, (writer, item) => Aggregated(writer, node, item)),
        };
    }

    /// <summary>`count(…)` where any whole number will do, as in a comparison.</summary>
    public SqlText PlainCount(Comprehension node) =>
        IsOverGroup(node) ? CountOf(node.Where)
        : ListSources.Simplify(node) is { } simple ? Total(simple)
        : Aggregate(node, (_, _) => SqlText.Primary("count(*)"));

    private SqlText Any(Comprehension node)
    {
        var rows = Rows(node);
        var test = Test(node, rows, node.Where, node.Select);
        return CanFail(node)
            ? SqlText.Compare(Query("count(*)", rows, test), ">", SqlText.Of(0))
            : Exists(rows, test);
    }

    // What can fail is evaluated for every row, so that the error does not depend on which row comes first.
    private SqlText All(Comprehension node)
    {
        var rows = Rows(node);
        var fails = node.Select is null ? null : new Unary(node.Type, UnaryOperator.Not, node.Select);
        var test = Test(node, rows, node.Where, fails);
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
        if (node.Kind == ComprehensionKind.Count)
        {
            return Query(write(inner, node.Item).Text, rows, Test(node, rows, node.Where, node.Select));
        }

        var item = node.Select ?? node.Item;
        var test = Test(node, rows, node.Where, null);
        if (!NamesOnlyOuterRows(item, node.Item) && !IsUnrelated(item, node.Item))
        {
            return Query(write(inner, item).Text, rows, test);
        }

        var type = forms.FormOf(inner, item);
        var value = inner.Stored(item, type);
        var ofRow = IsUnrelated(item, node.Item) && rows.Guard is { } guard ? SqlText.Case(guard, value, SqlText.Null) : value;
        return AggregateOfValues(Query($"{ofRow} as value", rows, test), type, write);
    }

    private SqlText Test(Comprehension node, SqlRows rows, Expression? where, Expression? select)
    {
        var test = In(rows.Scope).Both(where, select);
        var isUnrelated = (where is null || !Names(where, node.Item)) && (select is null || !Names(select, node.Item))
            && CanFail(node);
        return isUnrelated && rows.Guard is { } guard && test.Text is not ("true" or "false")
            ? SqlText.Case(guard, test, SqlText.False)
            : test;
    }

    // What does not name the row, both databases evaluate once before they look for rows, also when there are none.
    private bool IsUnrelated(Expression node, Variable item) => Context.Fallibility.CanFail(node) && !Names(node, item);

    private static bool Names(Expression node, Variable item) =>
        node.DescendantsAndSelf().Any(part => part is Variable variable && IsItem(variable, item));

    // To SQL an aggregate belongs to the query whose columns its argument names, which here would be an outer one.
    private static bool NamesOnlyOuterRows(Expression item, Variable of) =>
        IsOfOuterRows(item, of) && !Names(item, of);

    private static bool IsOfOuterRows(Expression node, Variable of)
    {
        var own = node.DescendantsAndSelf().OfType<Comprehension>().Select(inner => inner.Item.Name).Append(of.Name).ToHashSet();
        return node.DescendantsAndSelf().OfType<Variable>()
            .Any(row => IsRow(row) && !(row.Kind == VariableKind.Item && own.Contains(row.Name)));
    }

    private static bool IsItem(Variable variable, Variable of) => variable.Kind == VariableKind.Item && variable.Name == of.Name;

    private static bool IsRow(Variable variable) => variable.Kind is VariableKind.This or VariableKind.Old or VariableKind.Item;

    private SqlText AggregateOfValues(SqlText values, ModelType type, Func<SqlWriter, Expression, SqlText> write)
    {
        var (alias, inner) = scope.Alias("list");
        var variable = new Variable(type, VariableKind.Item, "value of list");
        var writer = In(inner.WithItem(variable.Name, new ScalarBinding(Quoted(alias, "value"))));
        return SqlText.Primary($"(select {write(writer, variable)} from {values} as {SqlNames.Quote(alias)})");
    }

    private SqlText Aggregated(SqlWriter inner, Comprehension node, Expression item)
    {
        if (node.Kind == ComprehensionKind.Sum)
        {
            return forms.Sum(inner, node, item);
        }

        return forms.Extreme(inner, node, item);
    }

    private SqlText Average(BuiltIn rounding, Comprehension node) => IsOverGroup(node)
        ? AverageOverGroup(rounding, node)
        : AverageOfSource(rounding, node);

    private SqlText AverageOfSource(BuiltIn rounding, Comprehension node) => ListSources.Simplify(node) switch
    {
        Comprehension simple => Average(rounding, simple),
        Conditional choice => Choose(choice, branch => Total(rounding with { Arguments = [branch] })),
        _ => Aggregate(node, (writer, item) => forms.Average(writer, rounding, item, SqlText.Primary("count(*)"))),
    };

    private SqlText First(Comprehension node)
    {
        if (ListSources.Simplify(node) is { } simple)
        {
            return Total(simple);
        }

        var rows = Rows(node);
        var inner = In(rows.Scope);
        var value = node.Select is { } select ? forms.Branch(inner, select, node) : inner.Total(node.Item);
        var keys = node.Sort.Select(key =>
            (Text: forms.Ordered(key.Value, forms.SortKey(inner, key.Value)), Direction: DirectionOf(key)))
            .Concat(rows.Tiebreak is { } last ? [(Text: last, Direction: "")] : [])
            .ToArray();
        var test = Test(node, rows, node.Where, null);
        return node.Sort.Any(key => IsOfOuterRows(key.Value, node.Item))
            ? FirstOfKeys(value, rows, test, keys)
            : Query(value.Text, rows, test,
                $" order by {string.Join(", ", keys.Select(key => key.Text + key.Direction))} limit 1");
    }

    /// <summary>A query of the ids of the rows that a comprehension goes over, in its order.</summary>
    public string Ids(Comprehension node, int? limit)
    {
        var rows = Rows(node);
        var inner = In(rows.Scope);
        var keys = node.Sort.Select(key => forms.Ordered(key.Value, forms.SortKey(inner, key.Value)) + DirectionOf(key));
        var where = rows.Where.And(Test(node, rows, node.Where, null));
        return $"select {inner.Total(node.Item)}\nfrom {rows.From}{(where.Text == "true" ? "" : $"\nwhere {where}")}"
            + $"\norder by {string.Join(", ", keys.Append(LastKey(node, rows)))}"
            + (limit is { } most ? FormattableString.Invariant($"\nlimit {most}") : "");
    }

    // Rows that somebody owns have an order of their own.
    private static string LastKey(Comprehension node, SqlRows rows) =>
        rows.Item is RowBinding row && node.Source is not null && row.Entity.Fields.Any(field => field.IsOwnerReference)
            ? row.Column("position").Text
            : $"{rows.Tiebreak}";

    // SQLite does not see the columns of outer queries in `order by`, so the keys are selected first.
    private SqlText FirstOfKeys(SqlText value, SqlRows rows, SqlText test, (SqlText Text, string Direction)[] keys)
    {
        var list = SqlNames.Quote(scope.Alias("list").Alias);
        var columns = keys.Select((key, i) => $"{key.Text} as key{i}").Prepend($"{value} as value");
        var order = keys.Select((key, i) => $"{list}.key{i}{key.Direction}");
        var all = Query(string.Join(", ", columns), rows, test);
        return SqlText.Primary($"(select {list}.value from {all} as {list} order by {string.Join(", ", order)} limit 1)");
    }

    /// <summary>Null stands behind every value, as in the lists of the API.</summary>
    private static string DirectionOf(SortKey key) => (IsNullable(key.Value), key.IsDescending) switch
    {
        (true, true) => " desc nulls first",
        (true, false) => " nulls last",
        (false, true) => " desc",
        _ => "",
    };

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
        var rows = new SqlRows(
            $"{SqlNames.Quote(table)} as {SqlNames.Quote(alias)}",
            SqlText.Compare(Quoted(alias, "owner_id"), "=", Total(access.Target)),
            item,
            inner.WithItem(node.Item.Name, item));
        return rows with { Tiebreak = Quoted(alias, "position") };
    }

    private SqlRows OfLiteral(Comprehension node, ListLiteral list)
    {
        var (alias, inner) = scope.Alias(node.Item.Name);
        var itemType = list.Type is ListType { Item: var type } ? type : node.Item.Type;
        var binding = new ScalarBinding(Quoted(alias, "value"));
        var values = string.Join(" union all ",
            list.Items.Select((item, i) => $"select {Stored(item, itemType)}{(i == 0 ? " as value" : "")}"));
        var none = "select null as value where false";
        var from = $"({(list.Items.IsEmpty ? none : values)}) as {SqlNames.Quote(alias)}";
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
