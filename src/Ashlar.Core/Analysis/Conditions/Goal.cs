using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Words;

namespace Ashlar.Core.Analysis.Conditions;

/// <summary>A condition that is supposed to be true, or false.</summary>
public sealed record Goal(Expression Condition, bool IsTrue)
{
    private static readonly ScalarType Bool = new(Scalar.Bool);

    public static Goal Holds(Expression condition) => new(condition, IsTrue: true);

    public static Goal Fails(Expression condition) => new(condition, IsTrue: false);

    public static Goal IsNull(Expression value) => new(EqualsNull(value), IsTrue: true);

    public static Goal IsNotNull(Expression value) => new(EqualsNull(value), IsTrue: false);

    /// <summary>The same with the other outcome.</summary>
    public Goal Opposite => this with { IsTrue = !IsTrue };

    private static Binary EqualsNull(Expression value) =>
        new(Bool, BinaryOperator.Equal, value, new Literal(new NullType { IsNullable = true }, Value: null));
}
