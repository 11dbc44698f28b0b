using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Kernel.Tests.Expressions;

/// <summary>
/// Random expressions over a thing of the lab, typed as the checker types them: what is ordered or calculated with is not null,
/// divisors are not zero, products have at most 28 digits.
/// </summary>
internal sealed partial class ExpressionGenerator(Random random)
{
    private readonly AwkwardValues _values = new(random);
    private int _items;

    private static ScalarType BoolType { get; } = new(Scalar.Bool);

    private static ScalarType TextType { get; } = new(Scalar.Text);

    private static ReferenceType PersonType { get; } = new(new ElementName("Bench", "Person"));

    private static ReferenceType PlaceType { get; } = new(new ElementName("Bench", "Place"));

    private static ReferenceType ThingType { get; } = new(new ElementName("Bench", "Thing"));

    private static Sight Start { get; } = new(
        [
            new Variable(ThingType, VariableKind.This, "this"),
            new Variable(PersonType.AsNullable(true), VariableKind.Caller, "caller"),
        ],
        Narrowing.None);

    /// <summary>An expression of any type that a column can have.</summary>
    public Expression Any(int depth) => random.Next(12) switch
    {
        < 5 => Bool(Start, depth),
        < 8 => Number(Start, depth),
        8 => Text(Start, depth),
        9 => Of(Pick([Scalar.Date, Scalar.Instant, Scalar.Duration, Scalar.Time]), Start, depth),
        10 => Nullable(Pick<ModelType>([TextType, new ScalarType(Scalar.Date), NumberTypes.Int,
            new ScalarType(Scalar.Instant)]), Start, depth),
        _ => Name(Start, depth),
    };

    public Expression Bool(Sight sight, int depth)
    {
        if (depth <= 0)
        {
            return random.Next(4) == 0
                ? new Literal(BoolType, random.Next(2) == 0)
                : Leaf(BoolType, sight) ?? Comparison(sight, 0);
        }

        switch (random.Next(16))
        {
            case 0 or 1:
                var left = Bool(sight, depth - 1);
                return new Binary(BoolType, BinaryOperator.And, left, Bool(sight.WhenTrue(left), depth - 1));
            case 2 or 3:
                var first = Bool(sight, depth - 1);
                return new Binary(BoolType, BinaryOperator.Or, first, Bool(sight.WhenFalse(first), depth - 1));
            case 4:
                return new Unary(BoolType, UnaryOperator.Not, Bool(sight, depth - 1));
            case 5 or 6:
                return Comparison(sight, depth - 1);
            case 7 or 8:
                return Equality(sight, depth - 1);
            case 9:
                return NullTest(sight);
            case 10:
                return In(sight, depth - 1);
            case 11:
                var test = Pick([BinaryOperator.StartsWith, BinaryOperator.Contains]);
                return new Binary(BoolType, test, Text(sight, depth - 1), Text(sight, depth - 1));
            case 12:
                return Quantifier(sight, depth - 1);
            case 13:
                return Choice(sight, depth, inner => Bool(inner, depth - 1));
            case 14:
                return Guarded(sight, depth);
            default:
                return random.Next(2) == 0 ? new CallerIs(BoolType, Pick(["Tester", "Guest"])) : CallNear(sight, depth);
        }
    }

    /// <summary>A value of a scalar type, never null.</summary>
    public Expression Of(Scalar scalar, Sight sight, int depth)
    {
        var type = new ScalarType(scalar);
        if (depth <= 0 || random.Next(4) == 0)
        {
            return random.Next(3) == 0 ? Constant(type) : Leaf(type, sight) ?? Constant(type);
        }

        return random.Next(5) switch
        {
            0 => Choice(sight, depth, inner => Of(scalar, inner, depth - 1)),
            1 when Leaf(type.AsNullable(true), sight) is { } maybe =>
                new Binary(type, BinaryOperator.Coalesce, maybe, Of(scalar, sight, depth - 1)),
            _ => Calculated(scalar, sight, depth - 1),
        };
    }

    public Expression Text(Sight sight, int depth) => Of(Scalar.Text, sight, depth);

    private Expression Calculated(Scalar scalar, Sight sight, int depth) => scalar switch
    {
        Scalar.Text => CalculatedText(sight, depth),
        Scalar.Date => random.Next(3) switch
        {
            0 => Zoned(scalar, BuiltInFunction.DateOf, sight, [Of(Scalar.Instant, sight, depth)]),
            1 => Moved(Of(Scalar.Date, sight, depth), Constant(new ScalarType(Scalar.Months))),
            _ => Extreme(new ScalarType(scalar), sight, depth),
        },
        Scalar.Time =>
            new BuiltIn(new ScalarType(scalar), BuiltInFunction.TimeOf, [Of(Scalar.Instant, sight, depth), Zone(sight)]),
        Scalar.Instant => random.Next(4) switch
        {
            0 => new Variable(new ScalarType(scalar), VariableKind.Now, "now"),
            1 => Zoned(scalar, BuiltInFunction.InstantOf, sight, [Of(Scalar.Date, sight, depth), Of(Scalar.Time, sight, depth)]),
            2 => Moved(Of(Scalar.Instant, sight, depth), Of(Scalar.Duration, sight, depth)),
            _ => Moved(new Variable(new ScalarType(scalar), VariableKind.Now, "now"), Constant(new ScalarType(Scalar.Duration))),
        },
        Scalar.Duration => CalculatedDuration(sight, depth),
        Scalar.Weekday => new BuiltIn(new ScalarType(scalar), BuiltInFunction.Weekday, [Of(Scalar.Date, sight, depth)]),
        _ => Constant(new ScalarType(scalar)),
    };

    private Expression Zoned(Scalar gives, BuiltInFunction function, Sight sight, Expression[] arguments)
    {
        var all = arguments.Append(Zone(sight)).ToArray();
        var type = new ScalarType(gives);
        return all.All(IsConstant) ? Leaf(type, sight) ?? Constant(type) : new BuiltIn(type, function, [.. all]);
    }

    // What is made of constants alone the checker calculates, and refuses where it does not fit.
    private static bool IsConstant(Expression node) =>
        !node.DescendantsAndSelf().Any(part => part is Variable { Kind: not (VariableKind.Now or VariableKind.Today) });

    private Expression CalculatedText(Sight sight, int depth) => random.Next(7) switch
    {
        0 => new BuiltIn(TextType, BuiltInFunction.Upper, [Text(sight, depth)]),
        1 => new BuiltIn(TextType, BuiltInFunction.Lower, [Text(sight, depth)]),
        2 => new BuiltIn(TextType, BuiltInFunction.Trim, [Text(sight, depth)]),
        5 => new BuiltIn(TextType, BuiltInFunction.Slug, [Text(sight, depth)]),
        3 => new Template(TextType, [Text(sight, depth), Fixed(TextType, " {"), Part(sight, depth)]),
        4 => Extreme(TextType, sight, depth),
        _ => Orderly(First(TextType, sight, depth), TextType, sight, depth),
    };

    private Expression Part(Sight sight, int depth) => random.Next(3) switch
    {
        0 => Whole(sight, depth),
        1 => Name(sight, depth),
        _ => Text(sight, depth),
    };

    private Expression CalculatedDuration(Sight sight, int depth)
    {
        var type = new ScalarType(Scalar.Duration);
        var (operation, left, right) = random.Next(4) switch
        {
            0 => (BinaryOperator.Subtract, Of(Scalar.Instant, sight, depth), Of(Scalar.Instant, sight, depth)),
            1 => (Pick([BinaryOperator.Add, BinaryOperator.Subtract]), Of(Scalar.Duration, sight, depth),
                Of(Scalar.Duration, sight, depth)),
            2 => (BinaryOperator.Multiply, Of(Scalar.Duration, sight, depth), Whole(sight, depth)),
            _ => (BinaryOperator.Add, Sum(type, sight, depth), Of(Scalar.Duration, sight, 0)),
        };
        return IsConstant(left) && IsConstant(right) ? Constant(type) : new Binary(type, operation, left, right);
    }

    private Comprehension Sum(ModelType type, Sight sight, int depth) =>
        Over(sight, Lines, ComprehensionKind.Sum, type, (inner, _) => Of(Scalar.Duration, inner, depth - 1), depth);

    private Expression Moved(Expression from, Expression by) => IsConstant(from) && IsConstant(by)
        && !(from is Variable && by is Literal { Value: TimeSpan { TotalDays: < 365_000 and > -365_000 } })
        ? from
        : new Binary(from.Type, Pick([BinaryOperator.Add, BinaryOperator.Subtract]), from, by);

    private Expression Zone(Sight sight) =>
        random.Next(2) == 0
            ? Constant(new ScalarType(Scalar.Zone))
            : Leaf(new ScalarType(Scalar.Zone), sight) ?? Constant(new ScalarType(Scalar.Zone));

    /// <summary>The name of an enum, a state or a weekday.</summary>
    private Expression Name(Sight sight, int depth)
    {
        var type = Pick<ModelType>(
        [
            new EnumType(new ElementName("Bench", "Color")), new StateType(ThingType.Entity, "status"),
            new ScalarType(Scalar.Weekday),
        ]);
        return random.Next(3) switch
        {
            0 => Constant(type),
            1 when depth > 0 => Choice(sight, depth, inner => Leaf(type, inner) ?? Constant(type)),
            _ => Leaf(type, sight) ?? Constant(type),
        };
    }

    /// <summary>A value that may be null: a path, the result of a search, or `null` itself.</summary>
    private Expression Nullable(ModelType type, Sight sight, int depth) => random.Next(5) switch
    {
        0 when type is ScalarType { Scalar: Scalar.Text } => First(type, sight, depth),
        1 when type is ScalarType { Scalar: Scalar.Text or Scalar.Date or Scalar.Int } && depth > 0 =>
            Extremum(type, sight, depth),
        2 when depth > 0 => Choice(sight, depth, inner => Leaf(type.AsNullable(true), inner) ?? Null()),
        _ => Leaf(type.AsNullable(true), sight) ?? Null(),
    };

    private Expression Choice(Sight sight, int depth, Func<Sight, Expression> branch)
    {
        var condition = Bool(sight, depth - 1);
        var (then, otherwise) = (branch(sight.WhenTrue(condition)), branch(sight.WhenFalse(condition)));
        var type = then is Literal { Value: null } ? otherwise.Type.AsNullable(true)
            : otherwise is Literal { Value: null } ? then.Type.AsNullable(true)
            : NumberTypes.IsNumber(then.Type)
                ? NumberTypes.Join(then.Type, otherwise.Type).AsNullable(then.Type.IsNullable || otherwise.Type.IsNullable)
            : then.Type.AsNullable(then.Type.IsNullable || otherwise.Type.IsNullable);
        return new Conditional(type, condition, then, otherwise);
    }

    /// <summary>A path of exactly this type, where there is one.</summary>
    private Expression? Leaf(ModelType type, Sight sight)
    {
        var found = sight.Paths().Where(path => path.Type == type && path is not Variable { Type: ReferenceType }).ToArray();
        return found.Length == 0 ? null : Pick(found);
    }

    private Expression Constant(ModelType type) => type switch
    {
        ScalarType { Scalar: Scalar.Uuid } => Fixed(type, ((Guid)_values.OfScalar(Scalar.Uuid)).ToString()),
        ScalarType scalar =>
            Fixed(type, _values.OfScalar(scalar.Scalar) is int number ? (long)number : _values.OfScalar(scalar.Scalar)),
        EnumType => Fixed(type, Pick(["Red", "Green", "Blue"])),
        StateType => Fixed(type, Pick(["New", "Open", "Closed"])),
        _ => throw new InvalidOperationException($"no constants of {type}"),
    };

    private static Literal Fixed(ModelType type, object value) => new(type, value is int number ? (long)number : value);

    private static Literal Null() => new(new NullType { IsNullable = true }, null);

    private T Pick<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
