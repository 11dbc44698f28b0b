using Ashlar.Core.Model.Types;
using Ashlar.Emit.Text;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Entities;

/// <summary>
/// How the kernel handles a value that one column holds: the class of its field, the getter of a row, the writer of JSON
/// and the parameter of a statement.
/// </summary>
internal sealed class KernelForm(CSharpTypes types) : ITypeVisitor<KernelForm.Words>
{
    /// <summary>The class of the field: `TextField`, `EnumField&lt;Format&gt;`.</summary>
    public TypeRef Field(ModelType type) => type.Accept(this) is { IsEnum: true }
        ? TypeRef.Generic("EnumField", TypeOf(type))
        : TypeRef.BuiltIn(type.Accept(this).Name + "Field");

    /// <summary>Reads a column of `rows`: `rows.TextOrNull(3)`.</summary>
    public Code Get(ModelType type, Code column)
    {
        var words = type.Accept(this);
        var orNull = Ident.Of(words.Getter + (type.IsNullable ? "OrNull" : ""));
        return words switch
        {
            { IsEnum: true } => Code.Of($"rows.{orNull}<{TypeOf(type)}>({column})"),
            { Scale: { } scale } => Code.Of($"rows.{orNull}({column}, scale: {scale})"),
            _ => Code.Of($"rows.{orNull}({column})"),
        };
    }

    /// <summary>Writes a member: `json.WriteText("title"u8, Title);`.</summary>
    public Code Write(ModelType type, Lit name, Code value) =>
        Code.Of($"json.{Ident.Of("Write" + type.Accept(this).Writer)}({name}u8, {value});");

    /// <summary>Writes a list of such values: `json.WriteTexts("tags"u8, Tags);`.</summary>
    public Code WriteList(ModelType item, Lit name, Code values) =>
        Code.Of($"json.{Ident.Of("Write" + item.Accept(this).Writer + "s")}({name}u8, {values});");

    /// <summary>The parameter of a statement that holds a value.</summary>
    public Code Parameter(ModelType type, Code value) => type.Accept(this) switch
    {
        { IsEnum: true } => Code.Of($"Value.Enum({value})"),
        { Scale: { } scale } => Code.Of($"Value.Decimal({value}, scale: {scale})"),
        { Name: "Json" } => Code.Of($"Value.Json({value})"),
        _ => value,
    };

    /// <summary>The kind of a sort key: `ValueKind.Text`.</summary>
    public Ident Kind(ModelType type) => type.Accept(this) is { IsEnum: true }
        ? Ident.Of("ValueKind.Text")
        : Ident.Of("ValueKind." + type.Accept(this).Getter);

    public Words Visit(ScalarType type) => type.Scalar switch
    {
        Scalar.Int => new("Int", "Int"),
        Scalar.Long => new("Long", "Long"),
        Scalar.Bool => new("Bool", "Bool"),
        Scalar.Date => new("Date", "Date"),
        Scalar.Time => new("Time", "Time"),
        Scalar.Instant => new("Instant", "Instant"),
        Scalar.Duration => new("Duration", "Duration"),
        Scalar.Weekday => Words.Enum,
        Scalar.Uuid => new("Uuid", "Uuid"),
        Scalar.File => new("File", "Uuid"),
        Scalar.Json => new("Json", "Text") { Writer = "Json" },
        Scalar.Email => new("Email", "Text"),
        Scalar.Url => new("Url", "Text"),
        Scalar.Zone => new("Zone", "Text"),
        Scalar.Password => new("Password", "Text"),
        Scalar.Text => new("Text", "Text"),
        _ => throw new InvalidOperationException($"{type.Scalar} is never stored"),
    };

    public Words Visit(DecimalType type) => new("Decimal", "Decimal") { Scale = type.Scale };

    public Words Visit(EnumType type) => Words.Enum;

    public Words Visit(StateType type) => Words.Enum;

    public Words Visit(ReferenceType type) => new("Uuid", "Uuid");

    public Words Visit(ValueType type) => throw new InvalidOperationException("a value has several columns");

    public Words Visit(ListType type) => throw new InvalidOperationException("a list has a table of its own");

    public Words Visit(NullType type) => throw new InvalidOperationException("null alone is no value of a column");

    public Words Visit(UnknownType type) => throw new InvalidOperationException("a checked model has no unknown type");

    private TypeRef TypeOf(ModelType type) => types.Of(type.AsNullable(false));

    /// <summary>What the kernel calls things of this type.</summary>
    internal sealed record Words(string Name, string Getter)
    {
        public static Words Enum { get; } = new("Enum", "Enum") { IsEnum = true };

        public bool IsEnum { get; private init; }

        public int? Scale { get; init; }

        public string Writer { get; init; } = Getter;
    }
}
