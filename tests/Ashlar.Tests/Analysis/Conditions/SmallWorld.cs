using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Core.Words;

namespace Ashlar.Tests.Analysis.Conditions;

/// <summary>
/// An entity whose fields have few values, so that a condition can be evaluated for every row. Rows of accounts are
/// numbers: account 1 has no boss, account 2 is led by account 1.
/// </summary>
internal static class SmallWorld
{
    public static readonly ElementName Entity = new("M", "Thing");
    public static readonly ElementName Account = new("M", "Account");

    public static readonly ModelType Id = new ScalarType(Scalar.Uuid);
    public static readonly ModelType Bool = new ScalarType(Scalar.Bool);
    public static readonly ModelType Int = new ScalarType(Scalar.Int);
    public static readonly ModelType Text = new ScalarType(Scalar.Text);
    public static readonly ModelType Date = new ScalarType(Scalar.Date);
    public static readonly ModelType Money = new DecimalType(4, 1);
    public static readonly ModelType Color = new EnumType(new ElementName("M", "Color"));
    public static readonly ModelType Person = new ReferenceType(Account);

    public static readonly Variable This = new(new ReferenceType(Entity), VariableKind.This, "this");
    public static readonly Variable Caller = new(Person.AsNullable(true), VariableKind.Caller, "caller");

    public static readonly SystemModel Model = new("Small")
    {
        Enums = [new(new("M", "Color"), [Value("Red"), Value("Green"), Value("Blue")], default)],
        Entities =
        [
            new(Account, [Field("level", Int, Range(1, 3)), Optional("boss", Person, Constraints.None)], default),
            new(Entity,
            [
                Field("a", Int, Range(-2, 3)), Field("b", Int, Range(0, 2)), Optional("c", Int, Range(-1, 1)),
                Field("m", Money, Range(0, 2)), Field("p", Bool, Constraints.None), Optional("q", Bool, Constraints.None),
                Field("e", Color, Constraints.None), Optional("f", Color, Constraints.None),
                Field("t", Text, new Constraints { MaxLength = 2 }), Optional("u", Text, new Constraints { MaxLength = 3 }),
                Field("from", Date, Constraints.None), Optional("until", Date, Constraints.None),
                Field("owner", Person, Constraints.None), Optional("helper", Person, Constraints.None),
            ], default),
        ],
    };

    /// <summary>Every value that a field (or `caller`) has in some row; of texts and dates a few.</summary>
    public static IReadOnlyList<object?> ValuesOf(string name) => name switch
    {
        "a" => [-2m, -1m, 0m, 1m, 2m, 3m],
        "b" => [0m, 1m, 2m],
        "c" => [null, -1m, 0m, 1m],
        "m" => [0m, 0.1m, 0.5m, 1m, 1.9m, 2m],
        "p" => [true, false],
        "q" => [null, true, false],
        "e" => ["Red", "Green", "Blue"],
        "f" => [null, "Red", "Green", "Blue"],
        "t" => ["", "a", "ab", "b"],
        "u" => [null, "", "a", "abc"],
        "from" => [1m, 2m, 3m, 400m],
        "until" => [null, 1m, 2m, 3m, 400m],
        "owner" => [1, 2],
        "helper" or "caller" => [null, 1, 2],
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <summary>The field of an account; `id` is the account itself.</summary>
    public static object? OfAccount(int account, string field) => field switch
    {
        "level" => account == 1 ? 1m : 3m,
        "boss" => account == 1 ? null : 1,
        "id" => account,
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    public static FieldAccess Own(string name) => new(FieldType(Entity, name), This, name);

    public static FieldAccess Of(Expression account, string name) =>
        new(name == "id" ? Id : FieldType(Account, name).AsNullable(account.Type.IsNullable), account, name);

    public static Literal Number(decimal value) => decimal.IsInteger(value) ? new(Int, (long)value) : new(Money, value);

    public static Literal Day(int number) => new(Date, DateOnly.FromDayNumber(number));

    public static Literal Name(ModelType type, string value) => new(type.AsNullable(false), value);

    public static Literal Null { get; } = new(new NullType { IsNullable = true }, Value: null);

    public static Binary Is(BinaryOperator operation, Expression left, Expression right) => new(Bool, operation, left, right);

    public static Binary And(Expression left, Expression right) => Is(BinaryOperator.And, left, right);

    public static Binary Or(Expression left, Expression right) => Is(BinaryOperator.Or, left, right);

    public static Unary Not(Expression condition) => new(Bool, UnaryOperator.Not, condition);

    public static Binary Equal(Expression left, Expression right) => Is(BinaryOperator.Equal, left, right);

    private static ModelType FieldType(ElementName entity, string name) =>
        Model.Entity(entity)?.Field(name)?.Type ?? throw new ArgumentOutOfRangeException(nameof(name));

    private static Field Field(string name, ModelType type, Constraints constraints) => new(name, type, constraints, default);

    private static Field Optional(string name, ModelType type, Constraints constraints) =>
        Field(name, type.AsNullable(true), constraints);

    private static Constraints Range(decimal min, decimal max) => new() { Min = min, Max = max };

    private static EnumValue Value(string name) => new(name, "", default(Origin));
}
