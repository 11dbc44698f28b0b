using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;

namespace Ashlar.Kernel.Tests.Expressions;

internal sealed partial class ExpressionGenerator
{
    /// <summary>A number of any type, never null.</summary>
    public Expression Number(Sight sight, int depth)
    {
        if (depth <= 0 || random.Next(5) == 0)
        {
            return random.Next(3) == 0 ? NumberConstant() : NumberLeaf(sight);
        }

        switch (random.Next(12))
        {
            case 0 or 1 or 2 or 3:
                return Operation(sight, depth - 1);
            case 4:
                var operand = Number(sight, depth - 1);
                return IsConstant(operand) ? operand : new Unary(operand.Type, UnaryOperator.Negate, operand);
            case 5:
                return Choice(sight, depth, inner => Number(inner, depth - 1));
            case 6:
                var (maybe, other) = (MaybeNumber(sight), Number(sight, depth - 1));
                return maybe is Literal
                    ? other
                    : new Binary(NumberTypes.Join(maybe.Type, other.Type), BinaryOperator.Coalesce, maybe, other);
            case 7 or 8:
                return Rounded(sight, depth - 1);
            case 9:
                return Aggregated(sight, depth - 1);
            case 10:
                return CallTwice(sight);
            default:
                return Whole(sight, depth - 1);
        }
    }

    /// <summary>An `int`.</summary>
    private Expression Whole(Sight sight, int depth) => random.Next(depth <= 0 ? 2 : 8) switch
    {
        0 => Fixed(NumberTypes.Int, (long)(int)_values.OfScalar(Scalar.Int)),
        1 => Leaf(NumberTypes.Int, sight) ?? Fixed(NumberTypes.Int, 3L),
        2 => new BuiltIn(NumberTypes.Int, BuiltInFunction.Length, [Text(sight, depth - 1)]),
        3 => new BuiltIn(
            NumberTypes.Int, Pick([BuiltInFunction.Year, BuiltInFunction.Month, BuiltInFunction.Day]),
            [Of(Scalar.Date, sight, depth - 1)]),
        4 => new BuiltIn(
            NumberTypes.Int, BuiltInFunction.DaysBetween, [Of(Scalar.Date, sight, depth - 1), Of(Scalar.Date, sight, depth - 1)]),
        5 => Over(sight, AnySource(), ComprehensionKind.Count, NumberTypes.Int, null, depth),
        _ => new Binary(
            NumberTypes.Int,
            Pick([BinaryOperator.Add, BinaryOperator.Subtract, BinaryOperator.Multiply]),
            Whole(sight, depth - 1),
            Whole(sight, depth - 1)) is var sum && IsConstant(sum) ? sum.Left : sum,
    };

    // Constants alone are calculated by the checker, which refuses what does not fit.
    private Expression Operation(Sight sight, int depth)
    {
        var operation = Pick([BinaryOperator.Add, BinaryOperator.Subtract, BinaryOperator.Multiply]);
        var (left, right) = (Number(sight, depth), Number(sight, depth));
        return NumberTypes.OfOperation(operation, left.Type, right.Type) is not { } type
            || (IsConstant(left) && IsConstant(right))
            ? left
            : new Binary(type, operation, left, right);
    }

    private Expression Rounded(Sight sight, int depth)
    {
        var function = Pick([BuiltInFunction.RoundHalfEven, BuiltInFunction.RoundHalfUp]);
        var places = random.Next(5);
        if (random.Next(4) == 0)
        {
            return Averaged(sight, function, places, depth);
        }

        var value = Number(sight, depth);
        if (random.Next(2) == 0)
        {
            return NumberTypes.OfRounding(value.Type, null, places) is { } rounded
                ? new BuiltIn(rounded, function, [value]) { Places = places }
                : value;
        }

        var divisor = Divisor(sight);
        if (NumberTypes.OfRounding(value.Type, divisor.Type, places) is not { } type)
        {
            return value;
        }

        var quotient = new BuiltIn(type, function, [value, divisor]) { Places = places };
        var isProven = divisor is Literal or FieldAccess { Field: "few" };
        return isProven ? quotient : Unless(divisor, quotient, value);
    }

    private static Expression Unless(Expression divisor, Expression quotient, Expression otherwise)
    {
        var test = new Binary(BoolType, BinaryOperator.NotEqual, divisor, new Literal(NumberTypes.Int, 0L));
        return new Conditional(NumberTypes.Join(quotient.Type, otherwise.Type), test, quotient, otherwise);
    }

    private Expression Divisor(Sight sight) => random.Next(3) switch
    {
        0 => Fixed(NumberTypes.Int, Pick([3L, 7L, -3L, 8L, 1L, 200L])),
        1 when Pick([0.03m, -1.5m, 8m, 0.125m, 99.99m]) is var value => Fixed(NumberTypes.OfLiteral(value), value),
        _ => NumberLeaf(sight),
    };

    private Expression Averaged(Sight sight, BuiltInFunction function, int places, int depth)
    {
        Expression? item = null;
        var average = Over(sight, Lines, ComprehensionKind.Average, NumberTypes.Int, (inner, _) =>
            item = Number(inner, Math.Min(1, depth)), depth);
        var type = NumberTypes.AsDecimal(item?.Type ?? NumberTypes.Int).AsNullable(true);
        return NumberTypes.OfRounding(type, null, places) is { } rounded
            ? Orderly(
                new BuiltIn(rounded.AsNullable(true), function, [average with { Type = type }]) { Places = places }, rounded,
                    sight, depth)
            : NumberConstant();
    }

    private Expression Aggregated(Sight sight, int depth)
    {
        var kind = Pick([ComprehensionKind.Sum, ComprehensionKind.Sum, ComprehensionKind.Min, ComprehensionKind.Max]);
        Expression? item = null;
        var whole = Over(sight, Lines, kind, NumberTypes.Int, (inner, _) => item = Number(inner, Math.Min(2, depth)), depth);
        var itemType = item?.Type ?? NumberTypes.Int;
        return kind == ComprehensionKind.Sum
            ? whole with { Type = NumberTypes.OfSum(itemType) }
            : Orderly(whole with { Type = itemType.AsNullable(true) }, itemType, sight, depth);
    }

    private Expression CallTwice(Sight sight)
    {
        var type = new DecimalType(10, 2);
        return new Core.Model.Expressions
            .Call(new DecimalType(13, 2), new ElementName("Bench", "Twice"), [Leaf(type, sight) ?? Fixed(type, 1.25m)]);
    }

    private Expression NumberLeaf(Sight sight)
    {
        var found = sight.Paths().Where(path => NumberTypes.IsNumber(path.Type) && !path.Type.IsNullable).ToArray();
        return found.Length == 0 ? NumberConstant() : Pick(found);
    }

    private Literal NumberConstant()
    {
        switch (random.Next(3))
        {
            case 0:
                return Fixed(NumberTypes.Int, (long)(int)_values.OfScalar(Scalar.Int));
            case 1:
                var value = (long)_values.OfScalar(Scalar.Long);
                return Fixed(value is >= int.MinValue and <= int.MaxValue ? NumberTypes.Int : NumberTypes.Long, value);
            default:
                var amount = _values.Decimal(Pick([new DecimalType(10, 2), new DecimalType(4, 3), new DecimalType(18, 6),
                    new DecimalType(3, 0)]));
                return Fixed(NumberTypes.OfLiteral(amount), amount);
        }
    }
}
