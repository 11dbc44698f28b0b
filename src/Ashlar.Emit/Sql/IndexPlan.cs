using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Expressions;

namespace Ashlar.Emit.Sql;

/// <summary>
/// The indexes of an entity's table: those that are declared, one for each reference, and those that the lists and views of
/// the APIs need. Every order ends with the id, as pages do. An index that is the start of another is left out.
/// </summary>
internal sealed class IndexPlan
{
    /// <summary>Text of more code points may not fit a page of PostgreSQL's indexes.</summary>
    private const int MostIndexedLength = 600;
    private const string Id = "id";

    private readonly SystemModel _model;
    private readonly EntityTable _table;

    private IndexPlan(SystemModel model, EntityTable table)
    {
        (_model, _table) = (model, table);
    }

    public static ValueList<SqlIndex> Of(SystemModel model, EntityTable table, IEnumerable<SqlConstraint> constraints)
    {
        var plan = new IndexPlan(model, table);
        var unique = constraints.OfType<UniqueKey>().Where(key => key.Rule?.Where is null)
            .Select(key => SqlIndex.Of("unique", [.. key.Columns.Select(column => column.Name)]))
            .ToArray();
        return Reduce([.. plan.Declared(), .. plan.References(), .. plan.Lists(), .. plan.Views()], unique);
    }

    private static ValueList<SqlIndex> Reduce(IReadOnlyList<SqlIndex> wanted, IReadOnlyList<SqlIndex> unique)
    {
        var kept = new List<SqlIndex>();
        for (var i = 0; i < wanted.Count; i++)
        {
            if (!unique.Any(key => IsAtMostOneRow(key, wanted[i])) && !IsServed(wanted, i))
            {
                kept.Add(wanted[i]);
            }
        }

        return kept.ToValueList();
    }

    // Of two that are equal the first stays.
    private static bool IsServed(IReadOnlyList<SqlIndex> wanted, int index) => wanted
        .Where((other, j) => j != index && wanted[index].IsServedBy(other) && (j < index || !other.IsServedBy(wanted[index])))
        .Any();

    // A unique key on the first columns leaves nothing to sort; one that starts with the only filtered column serves it.
    private static bool IsAtMostOneRow(SqlIndex key, SqlIndex wanted) =>
        key.Columns.SequenceEqual(wanted.Columns.Take(key.Keys.Count))
        || (wanted.Keys.Count <= 2 && wanted.Keys[^1].Column == Id && key.Keys[0] == wanted.Keys[0]);

    private IEnumerable<SqlIndex> Declared() => _table.Entity.Indexes.Select(index => new SqlIndex(
        index.Keys
            .SelectMany(key => _table.ColumnsOf(key.Field).Select(column => new SqlIndexKey(column.Name, key.IsDescending)))
            .ToValueList(),
        "declared in the model"));

    private IEnumerable<SqlIndex> References() => _table.Columns
        .Where(column => column.Type is ReferenceType or ScalarType { Scalar: Scalar.File })
        .Select(column => SqlIndex.Of($"reference {column.Path}", column.Name, Id));

    private IEnumerable<SqlIndex> Lists() => _model.ExposesOf(_table.Entity.Name)
        .Select(expose => expose.Endpoint(EndpointKind.List))
        .OfType<Endpoint>()
        .SelectMany(OfList);

    private IEnumerable<SqlIndex> OfList(Endpoint list)
    {
        string[] sorts = [.. list.Orders.SelectMany(sort => Indexable(sort.Field)).Select(column => column.Name), Id];
        var owners = OwnerColumns().ToArray();
        foreach (var sort in sorts)
        {
            foreach (var owner in owners)
            {
                yield return SqlIndex.Of($"own rows by {owner}{Sorted(sort)}", owner, sort, Id);
            }

            if (IsOpen && sort != Id)
            {
                yield return SqlIndex.Of($"sort {sort}", sort, Id);
            }
        }

        foreach (var column in list.Filters.SelectMany(filter => Indexable(filter.Field)).Concat(Compared(list)))
        {
            // The rows of one value are many where the values are few.
            var isCoarse = column.Type is EnumType or StateType or ScalarType { Scalar: Scalar.Bool or Scalar.Weekday };
            foreach (var sort in isCoarse ? sorts : [Id])
            {
                yield return SqlIndex.Of($"filter {column.Path}{Sorted(sort)}", column.Name, sort, Id);
            }
        }
    }

    private IEnumerable<SqlIndex> Views() => _model.Apis.SelectMany(api => api.Views)
        .Select(offer => _model.View(offer.View))
        .OfType<View>()
        .Where(view => view.Entity == _table.Entity.Name)
        .SelectMany(OfView);

    /// <summary>
    /// What the condition compares with something known, each with the order of a view that does not group; and that order
    /// alone where nothing has to be equal. A comparison with a parameter that may be left out counts where it is given.
    /// </summary>
    private IEnumerable<SqlIndex> OfView(View view)
    {
        var sort = view.IsGrouped ? null : view.Sort.Select(key => SortColumn(view, key)).FirstOrDefault();
        var where = view.Where is { } condition ? Conjuncts(Inline(condition)) : [];
        var compared = where.SelectMany(Alternatives).OfType<Binary>().Where(IsComparison)
            .SelectMany(test => ViewColumn(test.Left, test.Right).Concat(ViewColumn(test.Right, test.Left))
                .Select(column => (Column: column, IsEqual: test.Operator == BinaryOperator.Equal)))
            .ToList();
        var isExact = compared.Exists(one => one.IsEqual);
        foreach (var (column, _) in compared.Where(one => one.IsEqual == isExact))
        {
            yield return sort is null || sort == column
                ? SqlIndex.Of($"view {view.Name.Name}, {column.Path}", column.Name, Id)
                : SqlIndex.Of($"view {view.Name.Name}, {column.Path}{Sorted(sort.Name)}", column.Name, sort.Name, Id);
        }

        if (sort is not null && !isExact)
        {
            yield return SqlIndex.Of($"view {view.Name.Name}{Sorted(sort.Name)}", sort.Name, Id);
        }
    }

    /// <summary>`since == null or row.placedOn >= since` is the comparison where the parameter is given.</summary>
    private static IEnumerable<Expression> Alternatives(Expression conjunct) => Disjuncts(conjunct).ToList() is [Binary
    {
        Operator: BinaryOperator.Equal,
        Left: Variable { Kind: VariableKind.Input },
        Right: Literal { Value: null },
    }, var given]
        ? Conjuncts(given)
        : [conjunct];

    private SqlColumn? SortColumn(View view, SortKey key)
    {
        var value = key.Value is Variable { Kind: VariableKind.Column } named
            ? view.Columns.FirstOrDefault(column => column.Name == named.Name)?.Value
            : key.Value;
        return value is FieldAccess { Target: Variable { Kind: VariableKind.This } } own
            ? Indexable(own.Field).FirstOrDefault()
            : null;
    }

    private IEnumerable<SqlColumn> ViewColumn(Expression side, Expression other) =>
        side is FieldAccess { Target: Variable { Kind: VariableKind.This } } access && !IsOfRow(other)
            ? Indexable(access.Field)
            : [];

    private static bool IsOfRow(Expression node) =>
        node.DescendantsAndSelf().Any(part => part is Variable { Kind: VariableKind.This } or Literal { Value: null });

    private static string Sorted(string column) => column == Id ? "" : $", sort {column}";

    private IEnumerable<SqlColumn> Indexable(string field) => _table.ColumnsOf(field)
        .Where(column => column.Type is not ScalarType { Scalar: Scalar.Text or Scalar.Url or Scalar.Email }
            || column.Constraints.MaxLength is null or <= MostIndexedLength);

    /// <summary>Columns that a filter with a condition compares with something that is not of the row.</summary>
    private IEnumerable<SqlColumn> Compared(Endpoint list) => list.NamedFilters
        .SelectMany(filter => Conjuncts(Inline(filter.Condition)))
        .OfType<Binary>()
        .Where(IsComparison)
        .SelectMany(test => Column(test.Left, test.Right).Concat(Column(test.Right, test.Left)));

    private static bool IsComparison(Binary test) => test.Operator is BinaryOperator.Equal or BinaryOperator.Less
        or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual;

    private IEnumerable<AccessRule> ReadRules =>
        _table.Entity.Access.Rules.Where(rule => rule.Operations.Contains(Operation.Read));

    /// <summary>Somebody may read rows of every kind.</summary>
    private bool IsOpen => ReadRules.Any(rule => rule.Where is null || !OwnerColumns(rule).Any());

    private IEnumerable<string> OwnerColumns() => ReadRules.SelectMany(OwnerColumns).Select(column => column.Name).Distinct();

    /// <summary>The columns that a rule holds equal to something of the caller: `customer == caller`.</summary>
    private IEnumerable<SqlColumn> OwnerColumns(AccessRule rule) => rule.Where is null ? [] : Disjuncts(Inline(rule.Where))
        .Select(either => Conjuncts(either).OfType<Binary>()
            .Where(test => test.Operator == BinaryOperator.Equal)
            .SelectMany(test => Column(test.Left, test.Right).Concat(Column(test.Right, test.Left)))
            .FirstOrDefault())
        .ToArray() is var columns && columns.All(column => column is not null) ? columns.OfType<SqlColumn>() : [];

    private IEnumerable<SqlColumn> Column(Expression side, Expression other) =>
        side is FieldAccess { Target: Variable { Kind: VariableKind.This } } access
        && !other.DescendantsAndSelf().Any(node => node is Variable { Kind: VariableKind.This } or Literal)
            ? Indexable(access.Field)
            : [];

    private Expression Inline(Expression expression) => FunctionInliner.Inline(expression, _model.Function);

    private static IEnumerable<Expression> Conjuncts(Expression node) => Operands(node, BinaryOperator.And);

    private static IEnumerable<Expression> Disjuncts(Expression node) => Operands(node, BinaryOperator.Or);

    private static IEnumerable<Expression> Operands(Expression node, BinaryOperator operation) =>
        node is Binary binary && binary.Operator == operation
            ? Operands(binary.Left, operation).Concat(Operands(binary.Right, operation))
            : [node];
}
