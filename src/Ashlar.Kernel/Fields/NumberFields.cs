using System.Globalization;
using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>A whole number of 32 bits.</summary>
public sealed class IntField(string name) : OrderedField<int>(name)
{
    internal override Fault? Read(JsonElement json, out int value)
    {
        value = 0;
        return json.ValueKind == JsonValueKind.Number ? Parse(json.GetRawText(), out value) : Fault.Malformed("a whole number");
    }

    internal override Fault? Parse(string text, out int value)
    {
        var fault = WholeNumber.Parse(text, int.MinValue, int.MaxValue, out var number);
        value = (int)number;
        return fault ?? RangeFault(value);
    }

    private protected override string Format(int value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A whole number of 64 bits.</summary>
public sealed class LongField(string name) : OrderedField<long>(name)
{
    internal override Fault? Read(JsonElement json, out long value)
    {
        value = 0;
        return json.ValueKind == JsonValueKind.Number ? Parse(json.GetRawText(), out value) : Fault.Malformed("a whole number");
    }

    internal override Fault? Parse(string text, out long value) =>
        WholeNumber.Parse(text, long.MinValue, long.MaxValue, out value) ?? RangeFault(value);

    private protected override string Format(long value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>An exact decimal with at most <c>precision</c> digits, <c>scale</c> of them after the point.</summary>
public sealed class DecimalField(string name, int precision, int scale) : OrderedField<decimal>(name)
{
    internal override Fault? Read(JsonElement json, out decimal value)
    {
        value = 0;
        return json.ValueKind switch
        {
            JsonValueKind.Number => Parse(json.GetRawText(), out value),
            _ when JsonText.TryRead(json, out var text) => Parse(text, out value),
            _ => Fault.Malformed("a decimal number"),
        };
    }

    internal override Fault? Parse(string text, out decimal value)
    {
        if (ExactDecimal.Parse(text, out value) is { } fault)
        {
            return fault;
        }

        if (value != decimal.Round(value, scale))
        {
            return new("malformed", $"Use at most {scale} digits after the point.");
        }

        // The wire, both databases and C# agree on one form: exactly as many digits after the point as the column has.
        value = decimal.Round(value, scale) + new decimal(0, 0, 0, isNegative: false, (byte)scale);
        var limit = ExactDecimal.Largest(precision, scale);
        return RangeFault(value) ?? (Math.Abs(value) <= limit
            ? null
            : value > 0 ? Fault.TooLarge(Format(limit)) : Fault.TooSmall(Format(-limit)));
    }

    private protected override string Format(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>True or false.</summary>
public sealed class BoolField(string name) : Field<bool>(name)
{
    internal override Fault? Read(JsonElement json, out bool value)
    {
        value = json.ValueKind == JsonValueKind.True;
        return value || json.ValueKind == JsonValueKind.False ? null : Fault.Malformed("true or false");
    }

    internal override Fault? Parse(string text, out bool value)
    {
        value = text == "true";
        return value || text == "false" ? null : Fault.Malformed("true or false");
    }
}
