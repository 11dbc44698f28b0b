using System.Collections.Immutable;
using Ashlar.Core.Model.Expressions;

namespace Ashlar.Emit.Expressions;

/// <summary>
/// The paths that the C# compiler knows to be not null, because a test of them stands in front. It knows less than the model's
/// checker; where it does not know, the emitted code must not rely on it.
/// </summary>
internal sealed record KnownValues(ImmutableHashSet<string> Paths)
{
    public static KnownValues None { get; } = new(ImmutableHashSet.Create<string>(StringComparer.Ordinal));

    public bool Contains(Expression node) => PathOf(node) is { } path && Paths.Contains(path);

    public KnownValues WhenTrue(Expression condition) => condition switch
    {
        Unary { Operator: UnaryOperator.Not } not => WhenFalse(not.Operand),
        Binary { Operator: BinaryOperator.And } both => WhenTrue(both.Left).WhenTrue(both.Right),
        Binary { Operator: BinaryOperator.NotEqual } test => WithTested(test),
        _ => this,
    };

    public KnownValues WhenFalse(Expression condition) => condition switch
    {
        Unary { Operator: UnaryOperator.Not } not => WhenTrue(not.Operand),
        Binary { Operator: BinaryOperator.Or } either => WhenFalse(either.Left).WhenFalse(either.Right),
        Binary { Operator: BinaryOperator.Equal } test => WithTested(test),
        _ => this,
    };

    private KnownValues WithTested(Binary test) =>
        test is { Right: Literal { Value: null }, Left: FieldAccess } && PathOf(test.Left) is { } path
            ? new(Paths.Add(path))
            : this;

    private static string? PathOf(Expression node) => node switch
    {
        Variable { Kind: VariableKind.This or VariableKind.Item } variable => $"{variable.Kind}:{variable.Name}",
        FieldAccess access when PathOf(access.Target) is { } target => $"{target}.{access.Field}",
        _ => null,
    };
}
