using System.Collections.Immutable;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;

namespace Ashlar.Kernel.Tests.Expressions;

/// <summary>The paths that a condition shows to have a value, as the checker sees it.</summary>
internal sealed record Narrowing(ImmutableHashSet<string> Paths)
{
    public static Narrowing None { get; } = new(ImmutableHashSet<string>.Empty);

    public bool Contains(string path) => Paths.Contains(path);

    public static string? PathOf(Expression node) => node switch
    {
        Variable variable => $"{variable.Kind}:{variable.Name}",
        FieldAccess access when PathOf(access.Target) is { } target => $"{target}.{access.Field}",
        _ => null,
    };

    public Narrowing WhenTrue(Expression condition) => condition switch
    {
        Unary { Operator: UnaryOperator.Not } not => WhenFalse(not.Operand),
        Binary { Operator: BinaryOperator.And } both => WhenTrue(both.Left).WhenTrue(both.Right),
        Binary { Operator: BinaryOperator.Equal } equal => OfEqual(equal.Left, equal.Right),
        Binary { Operator: BinaryOperator.NotEqual } different => OfUnequal(different.Left, different.Right),
        Binary { Operator: BinaryOperator.In, Right.Type: ListType { Item.IsNullable: false } } within => With(within.Left),
        _ => this,
    };

    public Narrowing WhenFalse(Expression condition) => condition switch
    {
        Unary { Operator: UnaryOperator.Not } not => WhenTrue(not.Operand),
        Binary { Operator: BinaryOperator.Or } either => WhenFalse(either.Left).WhenFalse(either.Right),
        Binary { Operator: BinaryOperator.Equal } equal => OfUnequal(equal.Left, equal.Right),
        Binary { Operator: BinaryOperator.NotEqual } different => OfEqual(different.Left, different.Right),
        _ => this,
    };

    private Narrowing OfEqual(Expression left, Expression right)
    {
        var known = right.Type.IsNullable ? this : With(left);
        return left.Type.IsNullable ? known : known.With(right);
    }

    private Narrowing OfUnequal(Expression left, Expression right)
    {
        var known = right is Literal { Value: null } ? With(left) : this;
        return left is Literal { Value: null } ? known.With(right) : known;
    }

    private Narrowing With(Expression node)
    {
        var known = Paths;
        for (Expression? step = node; step is not null; step = (step as FieldAccess)?.Target)
        {
            known = PathOf(step) is { } path ? known.Add(path) : known;
        }

        return new(known);
    }
}
