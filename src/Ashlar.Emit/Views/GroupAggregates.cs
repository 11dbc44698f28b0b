using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Words;
using Ashlar.Emit.Expressions;
using Ashlar.Emit.Grants;

namespace Ashlar.Emit.Views;

/// <summary>
/// Takes the aggregates over the group out of what a view does with its groups. The row that an aggregate goes over becomes
/// `this`, and a variable takes its place.
/// </summary>
internal sealed class GroupAggregates(Variable row, IReadOnlyDictionary<string, Expression> keys) : ExpressionRewriter
{
    private readonly List<Expression> _found = [];

    /// <summary>The aggregates, each with its variable.</summary>
    public IEnumerable<(Variable Variable, Expression Value)> Found => _found.Select((value, i) => (VariableOf(value, i), value));

    public override Expression Visit(BuiltIn node) =>
        node.Arguments is [Comprehension { Kind: ComprehensionKind.Average } average, ..] && IsOverGroup(average)
            ? Take(node with { Arguments = [OfRow(average), .. node.Arguments.Skip(1)] })
            : base.Visit(node);

    public override Expression Visit(Comprehension node) => IsOverGroup(node) ? Aggregate(node) : base.Visit(node);

    private static bool IsOverGroup(Comprehension node) => node.Source is Variable { Kind: VariableKind.Group };

    private Expression Aggregate(Comprehension node) => node.Kind switch
    {
        ComprehensionKind.Any => Counted(node, node.Select, BinaryOperator.Greater),
        ComprehensionKind.All when node.Select is { } all =>
            Counted(node, new Unary(Conditions.Bool, UnaryOperator.Not, all), BinaryOperator.Equal),
        _ => Take(OfRow(node)),
    };

    private Binary Counted(Comprehension node, Expression? select, BinaryOperator comparison)
    {
        var type = new ScalarType(Scalar.Int);
        var where = node.Where is null ? select : select is null ? node.Where : Conditions.And(node.Where, select);
        var count = Take(OfRow(node with { Type = type, Kind = ComprehensionKind.Count, Where = where, Select = null }));
        return new Binary(Conditions.Bool, comparison, count, new Literal(type, 0L));
    }

    private Comprehension OfRow(Comprehension node)
    {
        var values = new KeyValues(keys);
        return node with
        {
            Where = ItemSubstitution.In(node.Where, node.Item, row) is { } where ? values.Rewrite(where) : null,
            Select = ItemSubstitution.In(node.Select, node.Item, row) is { } select ? values.Rewrite(select) : null,
        };
    }

    private Variable Take(Expression aggregate)
    {
        var index = _found.IndexOf(aggregate);
        if (index < 0)
        {
            index = _found.Count;
            _found.Add(aggregate);
        }

        return VariableOf(aggregate, index);
    }

    private static Variable VariableOf(Expression aggregate, int index) =>
        new(aggregate.Type, VariableKind.Key, FormattableString.Invariant($"value {index + 1}"));
}
