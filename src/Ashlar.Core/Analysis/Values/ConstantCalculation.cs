using System.Numerics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Words;

namespace Ashlar.Core.Analysis.Values;

/// <summary>
/// Calculates what of an expression is the same for every row, and keeps the calculations whose result their type does not
/// hold: compilers and databases refuse those also where they are never reached.
/// </summary>
internal sealed class ConstantCalculation(SystemModel model)
{
    // What PostgreSQL, SQLite and C# all hold of a duration, in milliseconds.
    private const long LongestDuration = 922_337_203_685_477;

    private readonly List<Expression> _overflows = [];
    private readonly HashSet<Field> _computing = [];

    /// <summary>The calculations in an expression that leave the range of their type; called functions are not entered.</summary>
    public static IReadOnlyList<Expression> OverflowsOf(SystemModel model, Expression expression)
    {
        var calculation = new ConstantCalculation(model);
        calculation.ValueOf(expression);
        return calculation._overflows;
    }

    // Null stands for what is not constant.
    private object? ValueOf(Expression node)
    {
        if (node is Literal literal)
        {
            return ValueOf(literal);
        }

        if (node is FieldAccess { Target.Type: ReferenceType row } access
            && model.Entity(row.Entity)?.Field(access.Field) is { Computed: { } computed } field)
        {
            return ValueOf(field, computed);
        }

        var parts = node.Children().Select(ValueOf).ToList();
        return node switch
        {
            Unary { Operator: UnaryOperator.Not } => parts[0] is bool value ? !value : null,
            Unary { Operator: UnaryOperator.Negate } => Calculated(node, parts[0] is BigInteger number ? -number : null),
            Binary binary => Calculated(node, Apply(binary.Operator, parts[0], parts[1])),
            Conditional when parts[0] is bool condition => condition ? parts[1] : parts[2],
            _ => null,
        };
    }

    private static object? ValueOf(Literal literal) => literal.Value switch
    {
        bool value => value,
        long whole => (BigInteger)whole,
        TimeSpan duration => new BigInteger(duration.Ticks / TimeSpan.TicksPerMillisecond),
        _ => null,
    };

    // A rule of a row reads the calculation in the place of the field; what is wrong with it is said where it stands.
    private object? ValueOf(Field field, Expression computed)
    {
        if (!_computing.Add(field))
        {
            return null;
        }

        var before = _overflows.Count;
        var value = ValueOf(FunctionInliner.Inline(computed, model.Function));
        _overflows.RemoveRange(before, _overflows.Count - before);
        _computing.Remove(field);
        return value;
    }

    private object? Calculated(Expression node, object? value)
    {
        if (value is BigInteger number && !Holds(node.Type, number))
        {
            _overflows.Add(node);
            return null;
        }

        return value;
    }

    private static object? Apply(BinaryOperator operation, object? left, object? right) => (left, right) switch
    {
        (BigInteger one, BigInteger other) => Apply(operation, one, other),
        (bool one, bool other) => operation switch
        {
            BinaryOperator.And => one && other,
            BinaryOperator.Or => one || other,
            BinaryOperator.Equal => one == other,
            BinaryOperator.NotEqual => one != other,
            _ => null,
        },
        _ => null,
    };

    private static object? Apply(BinaryOperator operation, BigInteger left, BigInteger right) => operation switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Equal => left == right,
        BinaryOperator.NotEqual => left != right,
        BinaryOperator.Less => left < right,
        BinaryOperator.LessOrEqual => left <= right,
        BinaryOperator.Greater => left > right,
        BinaryOperator.GreaterOrEqual => left >= right,
        _ => null,
    };

    private static bool Holds(ModelType type, BigInteger value) => type is not ScalarType { Scalar: var scalar } || scalar switch
    {
        Scalar.Int => value >= int.MinValue && value <= int.MaxValue,
        Scalar.Long => value >= long.MinValue && value <= long.MaxValue,
        Scalar.Duration => BigInteger.Abs(value) <= LongestDuration,
        _ => true,
    };
}
