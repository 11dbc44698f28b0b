using System.Globalization;
using Ashlar.Core.Model.Types;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Sql;

/// <summary>The PostgreSQL type that holds each type of the language.</summary>
internal sealed class PostgresTypes : ITypeVisitor<string>
{
    private static readonly PostgresTypes Instance = new();

    public static string Of(ModelType type) => type.Accept(Instance);

    public string Visit(ScalarType type) => type.Scalar switch
    {
        Scalar.Int or Scalar.Months => "integer",
        Scalar.Long or Scalar.Duration => "bigint",
        Scalar.Bool => "boolean",
        Scalar.Date => "date",
        Scalar.Time => "time(3)",
        Scalar.Instant => "timestamptz(3)",
        Scalar.Uuid or Scalar.File => "uuid",
        Scalar.Json => "json",
        _ => "text",
    };

    public string Visit(DecimalType type) =>
        string.Create(CultureInfo.InvariantCulture, $"numeric({type.Precision}, {type.Scale})");

    public string Visit(EnumType type) => "text";

    public string Visit(StateType type) => "text";

    public string Visit(ReferenceType type) => "uuid";

    public string Visit(ValueType type) => throw new InvalidOperationException("a value has a column for each field");

    public string Visit(ListType type) => throw new InvalidOperationException("a list has a table of its own");

    public string Visit(NullType type) => throw new InvalidOperationException("no column holds only null");

    public string Visit(UnknownType type) => throw new InvalidOperationException("a type that does not check reaches no schema");
}
