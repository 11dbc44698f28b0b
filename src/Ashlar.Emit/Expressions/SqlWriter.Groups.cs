using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;

namespace Ashlar.Emit.Expressions;

/// <summary>Aggregates over the rows of the query itself, while it groups them.</summary>
internal sealed partial class SqlWriter
{
    /// <summary>The aggregate in the form of a column, and the type whose columns have it.</summary>
    public (string Text, ModelType Form) OverGroup(Expression aggregate)
    {
        var form = forms.FormOf(this, aggregate);
        return (Stored(aggregate, form).Text, form);
    }

    /// <summary>A key of `order by`, and its direction.</summary>
    public (string Text, string Direction) Order(SortKey key) =>
        (forms.Ordered(key.Value, forms.SortKey(this, key.Value)).Text, DirectionOf(key));

    private static bool IsOverGroup(Comprehension node) => node.Source is Variable { Kind: VariableKind.Group };

    /// <summary>Rows that do not count are null to an aggregate, which passes over nulls.</summary>
    private SqlText OverGroup(Comprehension node)
    {
        if (node.Kind == ComprehensionKind.Count)
        {
            return forms.Count(node.Type, CountOf(node.Where));
        }

        return node.Select is { } item
            ? Aggregated(this, node, Counted(node.Where, item))
            : throw new InvalidOperationException($"`{node.Kind}` has a value");
    }

    private SqlText AverageOverGroup(BuiltIn rounding, Comprehension node) => node.Select is { } item
        ? forms.Average(this, rounding, Counted(node.Where, item), CountOf(node.Where))
        : throw new InvalidOperationException("an average has a value");

    private static Expression Counted(Expression? where, Expression item) => where is null ? item : new Conditional(
        item.Type.AsNullable(true), where, item, new Literal(item.Type.AsNullable(true), null));

    private SqlText CountOf(Expression? where) =>
        SqlText.Primary(where is null ? "count(*)" : $"count(case when {Filter(where)} then 1 end)");
}
