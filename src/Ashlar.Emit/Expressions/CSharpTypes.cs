using Ashlar.Core.Model.Types;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Expressions;

/// <summary>The C# type that holds each type of the language.</summary>
internal sealed class CSharpTypes(CSharpScope scope) : ITypeVisitor<string>
{
    public static string Of(ModelType type, CSharpScope scope) =>
        type.Accept(new CSharpTypes(scope)) + (type.IsNullable && type is not NullType ? "?" : "");

    public string Visit(ScalarType type) => type.Scalar switch
    {
        Scalar.Int or Scalar.Months => "int",
        Scalar.Long => "long",
        Scalar.Bool => "bool",
        Scalar.Date => "DateOnly",
        Scalar.Time => "TimeOnly",
        Scalar.Instant => "DateTimeOffset",
        Scalar.Duration => "TimeSpan",
        Scalar.Weekday => "DayOfWeek",
        Scalar.Uuid or Scalar.File => "Guid",
        _ => "string",
    };

    public string Visit(DecimalType type) => "decimal";

    public string Visit(EnumType type) => scope.Declared(type.Enum);

    public string Visit(StateType type) => scope.StateType(type.Entity, type.Field);

    public string Visit(ReferenceType type) => "Guid";

    public string Visit(ValueType type) => scope.Declared(type.Value);

    public string Visit(ListType type) => $"IReadOnlyList<{Of(type.Item, scope)}>";

    public string Visit(NullType type) => "object?";

    public string Visit(UnknownType type) => throw new InvalidOperationException("a type that does not check reaches no emitter");
}
