namespace Ashlar.Core.Model.Types;

/// <summary>How a type is written in a model: `text`, `decimal(10, 2)`, `Book?`, `OrderLine[]`.</summary>
public sealed class TypeNames : ITypeVisitor<string>
{
    private static readonly TypeNames Instance = new();

    private TypeNames()
    {
    }

    public static string Of(ModelType type) => type.Accept(Instance) + (type is { IsNullable: true } and not NullType ? "?" : "");

    public string Visit(ScalarType type) => type.Scalar.ToString().ToLowerInvariant();

    public string Visit(DecimalType type) => $"decimal({type.Precision}, {type.Scale})";

    public string Visit(EnumType type) => type.Enum.Name;

    public string Visit(StateType type) => $"{type.Entity.Name}.{type.Field}";

    public string Visit(ReferenceType type) => type.Entity.Name;

    public string Visit(ValueType type) => type.Value.Name;

    public string Visit(ListType type) => Of(type.Item) + "[]";

    public string Visit(NullType type) => "null";

    public string Visit(UnknownType type) => "unknown";
}
