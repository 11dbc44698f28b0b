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
    private readonly Func<Gate, Expression> _ask;
    private readonly bool _hidesAsNull;
    private readonly List<(Variable? Item, List<Expression> Conditions)> _rows = [(null, [])];

    private Readability(SystemModel model, Func<Gate, Expression> ask, bool hidesAsNull)
    {
        _model = model;
        _ask = ask;
        _hidesAsNull = hidesAsNull;
    }

    /// <summary>The narrowed expression, and when the caller may see its value.</summary>
    public static (Expression Value, Expression Condition) Of(SystemModel model, Expression value, bool isSignedIn)
    {
        var readability = new Readability(model, gate => gate.Condition(isSignedIn), hidesAsNull: false);
        return readability.Of(model, value);
    }

    /// <summary>
    /// The same for callers who are through another gate, where a row behind an optional reference that the caller may not
    /// read is none: what is read through it is null.
    /// </summary>
    public static (Expression Value, Expression Condition) OrNull(SystemModel model, Expression value, Gate passed) =>
        new Readability(model, gate => gate.Condition(passed), hidesAsNull: true).Of(model, value);

    private (Expression Value, Expression Condition) Of(SystemModel model, Expression value)
    {
        var narrowed = Rewrite(FunctionInliner.Inline(value, model.Function));
        return (narrowed, Conditions.And(_rows[0].Conditions));
    }

    /// <summary>Whether the caller may read a field of the row of an expression, given nothing about that row.</summary>
    public static Expression OfField(Entity entity, string field, Expression row, bool isSignedIn) =>
        RowReplacement.Of(Gate.Of(entity, Operation.Read, field).Condition(isSignedIn), row);

    public override Expression Visit(FieldAccess node)
    {
        if (_hidesAsNull && node.Target.Type.IsNullable && StepsOf(node) is [_, ..] steps)
        {
            return OrNothing(node, steps);
        }

        if (node.Target.Type is ReferenceType reference && node.Field != "id")
        {
            Demand(node, Entity(reference.Entity));
        }

        return base.Visit(node);
    }

    /// <summary>The reads of a path that go through an optional reference; what stands before them is asked for.</summary>
    private static List<FieldAccess> StepsOf(FieldAccess path)
    {
        var steps = new List<FieldAccess>();
        if (RootOf(path) is null or { Kind: VariableKind.Caller })
        {
            return steps;
        }

        for (Expression? step = path; step is FieldAccess access && access.Target.Type.IsNullable; step = access.Target)
        {
            if (access is { Target.Type: ReferenceType, Field: not "id" })
            {
                steps.Add(access);
            }
        }

        return steps;
    }

    private Expression OrNothing(FieldAccess path, List<FieldAccess> steps)
    {
        if (steps[^1].Target is FieldAccess first)
        {
            Rewrite(first);
        }

        var mayRead = Conditions.And(steps.Select(step => step.Target.Type is ReferenceType row
            ? RowReplacement.Of(_ask(Gate.Of(Entity(row.Entity), Operation.Read, step.Field)), step.Target)
            : Conditions.True));
        Expression nothing = path.Type is ListType ? new ListLiteral(path.Type, []) : new Literal(path.Type, null);
        return mayRead == Conditions.True ? path : new Conditional(path.Type, mayRead, path, nothing);
    }

    public override Expression Visit(Binary node) => CallerQuestion.Is(node) ? node : base.Visit(node);

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
        var (root, isRow) = (RootOf(node.Target), node.Target is Variable { Kind: not VariableKind.Key });
        if (root is { Kind: VariableKind.Caller })
        {
            return;
        }

        var field = Gate.Of(entity, Operation.Read, node.Field);
        if (isRow && field == Gate.Of(entity, Operation.Read))
        {
            return;
        }

        var condition = RowReplacement.Of(_ask(field), node.Target);
        var orNothing = node.Target.Type.IsNullable && condition != Conditions.True
            ? Conditions.Or(IsNothing(node.Target), condition)
            : condition;
        ConditionsOf(node.Target).Add(orNothing);
    }

    // What is about an item of a comprehension narrows that comprehension; about several, the innermost.
    private List<Expression> ConditionsOf(Expression target)
    {
        var items = target.DescendantsAndSelf().OfType<Variable>().Where(variable => variable.Kind == VariableKind.Item)
            .Select(variable => variable.Name).ToHashSet(StringComparer.Ordinal);
        return _rows.FindLast(row => row.Item is { } item && items.Contains(item.Name)).Conditions ?? _rows[0].Conditions;
    }

    private IEnumerable<Expression> RowConditions(Comprehension node)
    {
        if (node.Item.Type is not ReferenceType reference || IsPartOfThis(node)
            || node.Source is Variable { Kind: VariableKind.Group })
        {
            return [];
        }

        return [RowReplacement.Of(_ask(Gate.Of(Entity(reference.Entity), Operation.Read)), node.Item)];
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
