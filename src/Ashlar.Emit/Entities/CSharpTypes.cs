using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Text;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Entities;

/// <summary>
/// The C# types of a model's values, as code of one module writes them. A type of another module keeps its module's name
/// in front, as it has in the model: `Customers.Address`.
/// </summary>
internal sealed class CSharpTypes(string module) : ITypeVisitor<TypeRef>
{
    public static TypeRef Guid { get; } = TypeRef.BuiltIn("Guid");

    public TypeRef Of(ModelType type) => type.Accept(this).Nullable(type.IsNullable);

    public Ident Name(ElementName name) =>
        string.Equals(name.Module, module, StringComparison.Ordinal)
            ? Names.Type(name)
            : Names.Member(name.Module).Member(Names.Type(name));

    public TypeRef Visit(ScalarType type) => TypeRef.BuiltIn(type.Scalar switch
    {
        Scalar.Int => "int",
        Scalar.Long => "long",
        Scalar.Bool => "bool",
        Scalar.Date => "DateOnly",
        Scalar.Time => "TimeOnly",
        Scalar.Instant => "DateTimeOffset",
        Scalar.Duration => "TimeSpan",
        Scalar.Weekday => "DayOfWeek",
        Scalar.Uuid or Scalar.File => "Guid",
        Scalar.Months => throw new InvalidOperationException("a number of months is no value of a field"),
        _ => "string",
    });

    public TypeRef Visit(DecimalType type) => TypeRef.BuiltIn("decimal");

    public TypeRef Visit(EnumType type) => TypeRef.Of(Name(type.Enum));

    public TypeRef Visit(StateType type) => string.Equals(type.Entity.Module, module, StringComparison.Ordinal)
        ? TypeRef.Of(Names.StateType(type.Entity, type.Field))
        : TypeRef.Of(Names.Member(type.Entity.Module).Member(Names.StateType(type.Entity, type.Field)));

    public TypeRef Visit(ReferenceType type) => Guid;

    public TypeRef Visit(ValueType type) => TypeRef.Of(Name(type.Value));

    public TypeRef Visit(ListType type) => TypeRef.ListOf(Of(type.Item));

    public TypeRef Visit(NullType type) => throw new InvalidOperationException("null alone is no value of a field");

    public TypeRef Visit(UnknownType type) => throw new InvalidOperationException("a checked model has no unknown type");
}
