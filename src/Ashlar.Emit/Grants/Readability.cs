using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;

namespace Ashlar.Emit.Grants;

/// <summary>
/// What a caller may learn from an expression over a row that the caller may read. Collections are narrowed to the rows
/// that the caller may read; for everything else there is a condition.
/// </summary>
internal sealed class Readability : ExpressionRewriter
{
    private readonly SystemModel _model;
    private readonly bool _isSignedIn;
    private readonly List<(Variable? Item, List<Expression> Conditions)> _rows = [(null, [])];

    private Readability(SystemModel model, bool isSignedIn)
    {
        _model = model;
        _isSignedIn = isSignedIn;
    }

    /// <summary>The narrowed expression, and when the caller may see its value.</summary>
    public static (Expression Value, Expression Condition) Of(SystemModel model, Expression value, bool isSignedIn)
    {
        var readability = new Readability(model, isSignedIn);
        var narrowed = readability.Rewrite(FunctionInliner.Inline(value, model.Function));
        return (narrowed, Conditions.And(readability._rows[0].Conditions));
    }

    /// <summary>Whether the caller may read a field of the row of an expression, given nothing about that row.</summary>
    public static Expression OfField(Entity entity, string field, Expression row, bool isSignedIn) =>
        RowReplacement.Of(Gate.Of(entity, Operation.Read, field).Condition(isSignedIn), row);

    public override Expression Visit(FieldAccess node)
    {
        if (node.Target.Type is ReferenceType reference && node.Field != "id")
        {
            Demand(node, Entity(reference.Entity));
        }

        return base.Visit(node);
    }

    public override Expression Visit(Comprehension node)
    {
        _rows.Add((node.Item, []));
        var inner = (Comprehension)base.Visit(node);
        var demanded = _rows[^1].Conditions;
        _rows.RemoveAt(_rows.Count - 1);
        demanded.InsertRange(0, RowConditions(node));
        var where = Conditions.And(demanded.Append(inner.Where ?? Conditions.True));
        return where == Conditions.True ? inner : inner with { Where = where };
    }

    private void Demand(FieldAccess node, Entity entity)
    {
        var (root, isRow) = (RootOf(node.Target), node.Target is Variable);
        if (root is { Kind: VariableKind.Caller })
        {
            return;
        }

        var field = Gate.Of(entity, Operation.Read, node.Field);
        if (isRow && field == Gate.Of(entity, Operation.Read))
        {
            return;
        }

        var condition = OfField(entity, node.Field, node.Target, _isSignedIn);
        var orNothing = node.Target.Type.IsNullable && condition != Conditions.True
            ? Conditions.Or(IsNothing(node.Target), condition)
            : condition;
        ConditionsOf(root).Add(orNothing);
    }

    // What is about an item of a comprehension narrows that comprehension.
    private List<Expression> ConditionsOf(Variable? root) =>
        _rows.FindLast(row => row.Item is { } item && root is { Kind: VariableKind.Item } && item.Name == root.Name)
            .Conditions ?? _rows[0].Conditions;

    private IEnumerable<Expression> RowConditions(Comprehension node)
    {
        if (node.Item.Type is not ReferenceType reference || IsPartOfThis(node))
        {
            return [];
        }

        return [RowReplacement.Of(Gate.Of(Entity(reference.Entity), Operation.Read).Condition(_isSignedIn), node.Item)];
    }

    // Rows that take the rules of their owner may be read by whoever reads the owner.
    private bool IsPartOfThis(Comprehension node) =>
        node.Source is FieldAccess { Target: Variable { Kind: VariableKind.This } } source
        && node.Item.Type is ReferenceType item && source.Target.Type is ReferenceType owner
        && Entity(item.Entity) is { Access.Kind: AccessKind.SameAsOwner } part && part.Owner == owner.Entity;

    private static Variable? RootOf(Expression row) => row switch
    {
        Variable variable => variable,
        FieldAccess access => RootOf(access.Target),
        _ => null,
    };

    private static Binary IsNothing(Expression row) =>
        new(Conditions.Bool, BinaryOperator.Equal, row, new Literal(new NullType { IsNullable = true }, null));

    private Entity Entity(ElementName name) =>
        _model.Entity(name) ?? throw new InvalidOperationException($"a checked model has no reference to an unknown {name}");
}
