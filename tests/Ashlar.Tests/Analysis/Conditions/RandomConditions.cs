using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Words;
using static Ashlar.Tests.Analysis.Conditions.SmallWorld;

namespace Ashlar.Tests.Analysis.Conditions;

/// <summary>Well-typed conditions over the small world, in which every order on a value that may be null has its guard.</summary>
internal sealed class RandomConditions(int seed)
{
    private static readonly BinaryOperator[] Orders =
        [BinaryOperator.Less, BinaryOperator.LessOrEqual, BinaryOperator.Greater, BinaryOperator.GreaterOrEqual];

    private static readonly Literal True = new(Bool, true);

    private static readonly BinaryOperator[] Sums = [BinaryOperator.Add, BinaryOperator.Subtract, BinaryOperator.Multiply];

    private readonly Random _random = new(seed);

    public Expression Condition(int depth) => depth == 0 ? Atom() : _random.Next(9) switch
    {
        0 or 1 or 2 => And(Condition(depth - 1), Condition(depth - 1)),
        3 or 4 or 5 => Or(Condition(depth - 1), Condition(depth - 1)),
        6 => Not(Condition(depth - 1)),
        7 => new Conditional(Bool, Condition(depth - 1), Condition(depth - 1), Condition(depth - 1)),
        _ => Is(Pick(BinaryOperator.Equal, BinaryOperator.NotEqual), Condition(depth - 1), Condition(depth - 1)),
    };

    private Expression Atom() => _random.Next(12) switch
    {
        0 or 1 => Is(Pick(Orders), Sum(), Sum()),
        2 => Equality(Sum(), Sum()),
        3 => Guarded(Own("c"), Is(Pick(Orders), Own("c"), Sum())),
        4 => Guarded(Own("until"), Is(Pick(Orders), Own("until"), Pick<Expression>(Own("from"), Day(2)))),
        5 => Equality(Person(), Person()),
        6 => Equality(Color(), Color()),
        7 => Is(BinaryOperator.In, Pick(Own("e"), Own("f")), new ListLiteral(new ListType(SmallWorld.Color), [.. Colors()])),
        8 => Pick<Expression>(Own("p"), Equality(Pick(Own("p"), Own("q")), Pick<Expression>(Null, Own("q"), True))),
        9 => TextAtom(),
        10 => Equality(Of(Pick<Expression>(Caller, Own("owner"), Own("helper")), Pick("level", "id")), Null),
        _ => Is(Pick(Orders), Days(), Number(_random.Next(-3, 4))),
    };

    private Expression TextAtom() => _random.Next(4) switch
    {
        0 => Equality(Pick(Own("t"), Own("u")), Pick<Expression>(Own("t"), Own("u"), Null, TextOf("a"), TextOf("ab"))),
        1 => Is(Pick(Orders), new BuiltIn(Int, BuiltInFunction.Length, [Own("t")]), Number(_random.Next(-1, 4))),
        2 => Is(Pick(BinaryOperator.StartsWith, BinaryOperator.Contains), Own("t"), TextOf(Pick("a", "b", ""))),
        _ => Guarded(Own("u"), Is(BinaryOperator.StartsWith, Own("u"), TextOf(Pick("a", "x")))),
    };

    private Expression Guarded(Expression value, Expression order) => _random.Next(3) switch
    {
        0 => And(Is(BinaryOperator.NotEqual, value, Null), order),
        1 => Or(Equal(value, Null), order),
        _ => new Conditional(Bool, Equal(value, Null), Own("p"), order),
    };

    private Expression Sum() => _random.Next(8) switch
    {
        0 or 1 => Own("a"),
        2 => Own("b"),
        3 => Own("m"),
        4 or 5 => Number(_random.Next(-3, 5) / Pick(1m, 1m, 2m)),
        6 => new Binary(Money, Pick(Sums), Sum(), Sum()),
        _ => Pick<Expression>(
            new Binary(Int, BinaryOperator.Coalesce, Own("c"), Number(1)),
            new Conditional(Int, Atom(), Own("a"), Own("b")),
            new Unary(Int, UnaryOperator.Negate, Own("b"))),
    };

    private BuiltIn Days() =>
        new(Int, BuiltInFunction.DaysBetween, [Own("from"), Pick<Expression>(Own("from"), Day(1), Day(3))]);

    private Expression Person()
    {
        var person = Pick<Expression>(Caller, Own("owner"), Own("helper"), Null);
        return person is Literal || _random.Next(4) > 0 ? person : Of(person, "boss");
    }

    private Expression Color() =>
        Pick<Expression>(Own("e"), Own("f"), Null, Name(SmallWorld.Color, Pick("Red", "Green", "Blue")));

    private IEnumerable<Expression> Colors() =>
        Enumerable.Range(0, _random.Next(4)).Select(_ => (Expression)Name(SmallWorld.Color, Pick("Red", "Green", "Blue")));

    private Binary Equality(Expression left, Expression right) =>
        Is(Pick(BinaryOperator.Equal, BinaryOperator.NotEqual), left, right);

    private static Literal TextOf(string value) => Name(Text, value);

    private T Pick<T>(params T[] choices) => choices[_random.Next(choices.Length)];
}
