using System.Collections.Immutable;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;

namespace Ashlar.Core.Model.Binding;

/// <summary>What is known where an expression is evaluated: paths that are not null, values that are not zero.</summary>
internal sealed record Facts(ImmutableHashSet<string> NotNull, ImmutableHashSet<Expression> NotZero)
{
    public static Facts None { get; } = new(ImmutableHashSet.Create<string>(StringComparer.Ordinal), []);

    /// <summary>The caller has signed in.</summary>
    public static Facts SignedIn { get; } = None with { NotNull = None.NotNull.Add(CallerKey) };

    private static string CallerKey => KeyOf(VariableKind.Caller, "caller");

    /// <summary>A path such as `this.room.name`; null for what is no path.</summary>
    public static string? PathOf(Expression node) =>
        node switch
        {
            Variable variable => KeyOf(variable.Kind, variable.Name),
            FieldAccess access when PathOf(access.Target) is { } target => $"{target}.{access.Field}",
            _ => null,
        };

    public bool IsCallerKnown => NotNull.Contains(CallerKey);

    public bool IsNotNull(Expression node) => NotNull.Count > 0 && PathOf(node) is { } path && NotNull.Contains(path);

    public Facts And(Facts other) =>
        this == None ? other
        : other == None ? this
        : new(NotNull.Union(other.NotNull), NotZero.Union(other.NotZero));

    /// <summary>Nothing is known of an inner variable that has the name of an outer one.</summary>
    public Facts Without(Variable variable)
    {
        var path = KeyOf(variable.Kind, variable.Name);
        var prefix = path + ".";
        return NotNull.Count == 0
            ? this with { NotZero = [] }
            : new(
                NotNull
                    .Where(known => known != path && !known.StartsWith(prefix, StringComparison.Ordinal))
                    .ToImmutableHashSet(StringComparer.Ordinal),
                []);
    }

    /// <summary>Only what is known of these variables themselves, and of the caller.</summary>
    public Facts OfVariables(IEnumerable<Variable> variables)
    {
        var kept = variables.Select(variable => KeyOf(variable.Kind, variable.Name)).Append(CallerKey);
        return new(
            NotNull.Intersect(kept),
            NotZero.Where(known => !known.DescendantsAndSelf().Any(ReadsRows)).ToImmutableHashSet());
    }

    /// <summary>A value has been put there.</summary>
    public static Facts Given(Expression place) => NotNullPath(place);

    public static Facts WhenTrue(Expression condition) =>
        condition switch
        {
            Unary { Operator: UnaryOperator.Not } not => WhenFalse(not.Operand),
            CallerIs => SignedIn,
            Binary { Operator: BinaryOperator.And } both => WhenTrue(both.Left).And(WhenTrue(both.Right)),
            Binary { Operator: BinaryOperator.Or } either => WhenTrue(either.Left).Or(WhenTrue(either.Right)),
            Binary { Operator: BinaryOperator.Equal } equal => OfEqual(equal.Left, equal.Right),
            Binary { Operator: BinaryOperator.NotEqual } differs => OfUnequal(differs.Left, differs.Right),
            Binary { Operator: BinaryOperator.In } within when ItemOf(within.Right.Type) is { IsNullable: false } => NotNullPath(
                within.Left),
            Binary order => OfOrder(order),
            _ => None,
        };

    public static Facts WhenFalse(Expression condition) =>
        condition switch
        {
            Unary { Operator: UnaryOperator.Not } not => WhenTrue(not.Operand),
            Binary { Operator: BinaryOperator.Or } either => WhenFalse(either.Left).And(WhenFalse(either.Right)),
            Binary { Operator: BinaryOperator.And } both => WhenFalse(both.Left).Or(WhenFalse(both.Right)),
            Binary { Operator: BinaryOperator.Equal } equal => OfUnequal(equal.Left, equal.Right),
            Binary { Operator: BinaryOperator.NotEqual } differs => OfEqual(differs.Left, differs.Right),
            _ => None,
        };

    private Facts Or(Facts other) => new(NotNull.Intersect(other.NotNull), NotZero.Intersect(other.NotZero));

    private static string KeyOf(VariableKind kind, string name) => $"{kind}:{name}";

    private static bool ReadsRows(Expression node) =>
        node is Comprehension or Call or FieldAccess { Target.Type: ReferenceType };

    private static ModelType? ItemOf(ModelType type) => (type as ListType)?.Item;

    private static Facts OfEqual(Expression left, Expression right)
    {
        var facts = None;
        facts = right.Type is { IsNullable: false } and not (NullType or UnknownType) ? facts.And(NotNullPath(left)) : facts;
        facts = left.Type is { IsNullable: false } and not (NullType or UnknownType) ? facts.And(NotNullPath(right)) : facts;
        return facts;
    }

    private static Facts OfUnequal(Expression left, Expression right)
    {
        var facts = None;
        facts = right.Type is NullType ? facts.And(NotNullPath(left)) : facts;
        facts = left.Type is NullType ? facts.And(NotNullPath(right)) : facts;
        facts = IsZero(right) ? facts.And(NotZeroValue(left)) : facts;
        return IsZero(left) ? facts.And(NotZeroValue(right)) : facts;
    }

    /// <summary>`x > 0`, `x >= 1`, `0 &lt; x` and their mirror images.</summary>
    private static Facts OfOrder(Binary order)
    {
        var (value, constant, operation) =
            order.Right is Literal
                ? (order.Left, order.Right, order.Operator)
                : (order.Right, order.Left, Mirror(order.Operator));
        var excludesZero =
            NumberOf(constant) is { } number
            && operation switch
            {
                BinaryOperator.Greater => number >= 0,
                BinaryOperator.GreaterOrEqual => number > 0,
                BinaryOperator.Less => number <= 0,
                BinaryOperator.LessOrEqual => number < 0,
                _ => false,
            };
        return excludesZero ? NotZeroValue(value) : None;
    }

    private static BinaryOperator Mirror(BinaryOperator operation) =>
        operation switch
        {
            BinaryOperator.Less => BinaryOperator.Greater,
            BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
            BinaryOperator.Greater => BinaryOperator.Less,
            BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
            _ => operation,
        };

    private static Facts NotZeroValue(Expression node) => None with { NotZero = None.NotZero.Add(node) };

    /// <summary>A path that has a value has one at every step: through null it would be null.</summary>
    private static Facts NotNullPath(Expression node)
    {
        var known = None.NotNull;
        for (Expression? step = node; step is not null; step = (step as FieldAccess)?.Target)
        {
            known = PathOf(step) is { } path ? known.Add(path) : known;
        }

        return None with { NotNull = known };
    }

    private static bool IsZero(Expression node) => NumberOf(node) == 0;

    public static decimal? NumberOf(Expression node) =>
        node switch
        {
            Literal { Value: long number } => number,
            Literal { Value: decimal number } => number,
            Unary { Operator: UnaryOperator.Negate } negated => -NumberOf(negated.Operand),
            _ => null,
        };
}
