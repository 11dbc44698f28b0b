using System.Text.Json.Nodes;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Patterns;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.OpenApi;

/// <summary>The schema of a value of some type, with the bounds that are part of it.</summary>
internal sealed class TypeSchema(SchemaNames names, Constraints constraints) : ITypeVisitor<JsonObject>
{
    /// <summary>A decimal with more digits than this is written as text.</summary>
    private const int DigitsOfNumbers = 15;

    private const string TimePattern = "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]{1,3})?)?$";

    public static JsonObject Reference(string schema) => new() { ["$ref"] = $"#/components/schemas/{schema}" };

    public JsonObject Visit(ScalarType type) => type.Scalar switch
    {
        Scalar.Text => Text(),
        Scalar.Int => Whole("int32", int.MinValue, int.MaxValue),
        Scalar.Long => Whole("int64", long.MinValue, long.MaxValue),
        Scalar.Bool => new JsonObject { ["type"] = "boolean" },
        Scalar.Date => Formatted("date"),
        Scalar.Time => new JsonObject { ["type"] = "string", ["pattern"] = TimePattern },
        Scalar.Instant => Formatted("date-time"),
        Scalar.Duration => Formatted("duration"),
        Scalar.Weekday => Reference("Weekday"),
        Scalar.Uuid => Formatted("uuid"),
        Scalar.Email => Bounded(Formatted("email")),
        Scalar.Url => Bounded(Formatted("uri")),
        Scalar.Zone => new JsonObject { ["type"] = "string", ["description"] = "An IANA time zone, such as Europe/Paris." },
        Scalar.Json => new JsonObject(),
        Scalar.File => Reference("File"),
        Scalar.Password or Scalar.Secret => Bounded(Formatted("password")),
        _ => throw new InvalidOperationException($"{type.Scalar} is never stored"),
    };

    public JsonObject Visit(DecimalType type)
    {
        var step = 1 / Power(type.Scale);
        var largest = Power(type.Precision - type.Scale) - step;
        JsonNode kind = type.Precision > DigitsOfNumbers ? new JsonArray("number", "string") : "number";
        var schema = new JsonObject { ["type"] = kind };
        AddBounds(schema, constraints.Min ?? -largest, constraints.Max ?? largest);
        schema["multipleOf"] = JsonValue.Create(step);
        return schema;
    }

    public JsonObject Visit(EnumType type) => Reference(names.Of(type.Enum));

    public JsonObject Visit(StateType type) => Reference(names.Of(type.Entity) + Spelling.Pascal(type.Field));

    public JsonObject Visit(ReferenceType type) => Formatted("uuid");

    public JsonObject Visit(ValueType type) => Reference(names.Of(type.Value));

    public JsonObject Visit(ListType type)
    {
        var items = new TypeSchema(names, constraints with { MaxItems = null });
        var schema = new JsonObject { ["type"] = "array", ["items"] = type.Item.Accept(items) };
        if (constraints.MaxItems is { } most)
        {
            schema["maxItems"] = most;
        }

        return schema;
    }

    public JsonObject Visit(NullType type) => new() { ["type"] = "null" };

    public JsonObject Visit(UnknownType type) => throw new InvalidOperationException("a checked model has no unknown type");

    private static JsonObject Formatted(string format) => new() { ["type"] = "string", ["format"] = format };

    private static void AddBounds(JsonObject schema, decimal least, decimal most)
    {
        schema["minimum"] = JsonValue.Create(least);
        schema["maximum"] = JsonValue.Create(most);
    }

    private static decimal Power(int digits)
    {
        var power = 1m;
        for (var i = 0; i < digits; i++)
        {
            power *= 10;
        }

        return power;
    }

    private JsonObject Whole(string format, long least, long most)
    {
        var schema = new JsonObject { ["type"] = "integer", ["format"] = format };
        AddBounds(schema, constraints.Min ?? least, constraints.Max ?? most);
        return schema;
    }

    private JsonObject Text()
    {
        var schema = Bounded(new JsonObject { ["type"] = "string" });
        if (constraints.Pattern is { } pattern)
        {
            schema["pattern"] = PatternForms.WholeEcma(pattern);
        }
        else if (constraints.IsNotBlank)
        {
            schema["pattern"] = "\\S";
        }

        return schema;
    }

    private JsonObject Bounded(JsonObject schema)
    {
        if (constraints.MinLength is { } least)
        {
            schema["minLength"] = least;
        }

        if (constraints.MaxLength is { } most)
        {
            schema["maxLength"] = most;
        }

        return schema;
    }
}
