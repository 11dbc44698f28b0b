using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Kernel.Tests.Expressions;

internal sealed partial class ExpressionGenerator
{
    private Expression Comparison(Sight sight, int depth)
    {
        var sign = Pick([BinaryOperator.Less, BinaryOperator.LessOrEqual, BinaryOperator.Greater, BinaryOperator.GreaterOrEqual]);
        if (random.Next(2) == 0)
        {
            return new Binary(BoolType, sign, Number(sight, depth), Number(sight, depth));
        }

        var scalar = Pick([Scalar.Text, Scalar.Text, Scalar.Date, Scalar.Time, Scalar.Instant, Scalar.Duration]);
        return new Binary(BoolType, sign, Of(scalar, sight, depth), Of(scalar, sight, depth));
    }

    private Expression Equality(Sight sight, int depth)
    {
        var sign = Pick([BinaryOperator.Equal, BinaryOperator.NotEqual]);
        var (left, right) = Pair(sight, depth);
        return random.Next(2) == 0 ? new Binary(BoolType, sign, left, right) : new Binary(BoolType, sign, right, left);
    }

    private (Expression Left, Expression Right) Pair(Sight sight, int depth)
    {
        switch (random.Next(9))
        {
            case 0:
                return (Number(sight, depth), Number(sight, depth));
            case 1:
                return (MaybeNumber(sight), random.Next(2) == 0 ? MaybeNumber(sight) : Number(sight, depth));
            case 2:
                return (Name(sight, depth) is var name ? name : Null(), SameName(name.Type, sight));
            case 3 or 4:
                return (Row(sight, PersonType, depth), Row(sight, PersonType, depth));
            case 5:
                var key = new ScalarType(Scalar.Uuid);
                return (Maybe(key, sight), random.Next(2) == 0 ? Constant(key) : Maybe(key, sight));
            case 6:
                return (Maybe(BoolType, sight), random.Next(2) == 0 ? Maybe(BoolType, sight) : Bool(sight, depth - 1));
            default:
                var scalar = Pick([Scalar.Text, Scalar.Text, Scalar.Date, Scalar.Time, Scalar.Instant, Scalar.Duration,
                    Scalar.Weekday]);
                var type = new ScalarType(scalar);
                return (Nullable(type, sight, depth) is { Type: not NullType } some ? some : Of(scalar, sight, depth),
                    random.Next(2) == 0 ? Of(scalar, sight, depth) : Maybe(type, sight));
        }
    }

    private Expression SameName(ModelType type, Sight sight) => random.Next(2) == 0
        ? Constant(type.AsNullable(false))
        : Maybe(type.AsNullable(false), sight);

    private Expression Maybe(ModelType type, Sight sight) =>
        Leaf(type.AsNullable(true), sight) ?? Leaf(type, sight) ?? Constant(type);

    private Expression MaybeNumber(Sight sight)
    {
        var found = sight.Paths().Where(path => NumberTypes.IsNumber(path.Type) && path.Type.IsNullable).ToArray();
        return found.Length == 0 ? Fixed(NumberTypes.Int, 7L) : Pick(found);
    }

    private Expression NullTest(Sight sight)
    {
        var found = sight.Paths().Where(path => path.Type.IsNullable && path.Type is not ListType).ToArray();
        var sign = Pick([BinaryOperator.Equal, BinaryOperator.NotEqual]);
        return found.Length == 0 ? new Literal(BoolType, true) : new Binary(BoolType, sign, Pick(found), Null());
    }

    /// <summary>`x != null and …x…` or `x == null or …x…`, with something that needs the value.</summary>
    private Expression Guarded(Sight sight, int depth)
    {
        var test = NullTest(sight);
        return test is Binary { Operator: BinaryOperator.NotEqual } present
            ? new Binary(BoolType, BinaryOperator.And, present, Needing(((Binary)test).Left, sight.WhenTrue(test), depth))
            : test is Binary absent
                ? new Binary(BoolType, BinaryOperator.Or, absent, Needing(absent.Left, sight.WhenFalse(test), depth))
                : test;
    }

    private Expression Needing(Expression path, Sight sight, int depth)
    {
        var narrowed = sight.Paths().FirstOrDefault(known => Narrowing.PathOf(known) == Narrowing.PathOf(path)) ?? path;
        var sign = Pick([BinaryOperator.Less, BinaryOperator.LessOrEqual, BinaryOperator.Greater, BinaryOperator.GreaterOrEqual]);
        return narrowed.Type switch
        {
            { IsNullable: true } => Bool(sight, depth - 1),
            var type when NumberTypes.IsNumber(type) => new Binary(BoolType, sign, narrowed, Number(sight, depth - 1)),
            ScalarType { Scalar: Scalar.Text or Scalar.Date or Scalar.Time or Scalar.Instant or Scalar.Duration } ordered =>
                new Binary(BoolType, sign, narrowed, Of(ordered.Scalar, sight, depth - 1)),
            ScalarType { Scalar: Scalar.Bool } => narrowed,
            _ => Bool(sight, depth - 1),
        };
    }

    private Expression In(Sight sight, int depth)
    {
        switch (random.Next(6))
        {
            case 0:
                return new Binary(BoolType, BinaryOperator.In, Text(sight, depth), Words);
            case 1:
                return new Binary(BoolType, BinaryOperator.In, Row(sight, PersonType, depth), Likes);
            case 2:
                return new Binary(BoolType, BinaryOperator.In, Number(sight, depth), NumberList(sight, depth));
            case 3:
                var texts = Over(
                    sight, Lines, ComprehensionKind.List, new ListType(TextType), (inner, _) => Text(inner, depth - 1), depth);
                return new Binary(BoolType, BinaryOperator.In, Text(sight, depth), texts);
            default:
                var item = Name(sight, depth);
                var type = item.Type.AsNullable(false);
                var left = random.Next(2) == 0 ? item : Maybe(type, sight);
                var items = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Constant(type)).ToList();
                if (random.Next(5) == 0)
                {
                    items.Add(Null());
                }

                return new Binary(BoolType, BinaryOperator.In, left, List(type, items));
        }
    }

    private ListLiteral NumberList(Sight sight, int depth)
    {
        var items = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Number(sight, Math.Min(depth, 1))).ToList();
        return List(items.Select(item => item.Type).Aggregate(NumberTypes.Join), items);
    }

    private static ListLiteral List(ModelType type, List<Expression> items) =>
        new(new ListType(type.AsNullable(items.Exists(item => item.Type.IsNullable))), items.ToValueList());

    private Core.Model.Expressions.Call CallNear(Sight sight, int depth) => new(
        BoolType,
        new ElementName("Bench", "Near"),
        [Row(sight, PlaceType, depth), new Variable(ThingType, VariableKind.This, "this")]);

    /// <summary>A row by reference, which may be null.</summary>
    private Expression Row(Sight sight, ReferenceType type, int depth)
    {
        var found = sight.Paths().Where(path => path.Type is ReferenceType row && row.Entity == type.Entity).ToArray();
        return random.Next(4) switch
        {
            0 when depth > 0 && type == PersonType => FirstRow(sight, depth),
            1 when depth > 0 && found.Length > 0 => Choice(sight, depth, _ => Pick(found)),
            _ => found.Length == 0 ? new Variable(PersonType.AsNullable(true), VariableKind.Caller, "caller") : Pick(found),
        };
    }
}
