using Ashlar.Core.Model.Types;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Sql;

/// <summary>The type of a strict SQLite table that holds each type of the language.</summary>
internal sealed class SqliteTypes : ITypeVisitor<string>
{
    private const string Integer = "integer";
    private const string Text = "text";

    private static readonly SqliteTypes Instance = new();

    public static string Of(ModelType type) => type.Accept(Instance);

    public string Visit(ScalarType type) => type.Scalar switch
    {
        Scalar.Int or Scalar.Long or Scalar.Months or Scalar.Bool or Scalar.Instant or Scalar.Duration => Integer,
        _ => Text,
    };

    public string Visit(DecimalType type) => Integer;

    public string Visit(EnumType type) => Text;

    public string Visit(StateType type) => Text;

    public string Visit(ReferenceType type) => Text;

    public string Visit(ValueType type) => throw new InvalidOperationException("a value has a column for each field");

    public string Visit(ListType type) => throw new InvalidOperationException("a list has a table of its own");

    public string Visit(NullType type) => throw new InvalidOperationException("no column holds only null");

    public string Visit(UnknownType type) => throw new InvalidOperationException("a type that does not check reaches no schema");
}
