using System.Globalization;

namespace Ashlar.Kernel;

/// <summary>Writes a value as text and reads it back, for cursors.</summary>
internal static class ValueText
{
    public static string Of(Value value) => value.Kind switch
    {
        ValueKind.Text => value.AsText,
        ValueKind.Decimal => value.AsDecimal.ToString(CultureInfo.InvariantCulture),
        ValueKind.Uuid => value.AsUuid.ToString(),
        _ => value.AsLong.ToString(CultureInfo.InvariantCulture),
    };

    public static Value? Parse(ValueKind kind, int scale, string text)
    {
        switch (kind)
        {
            case ValueKind.Text:
                return text.Contains('\0', StringComparison.Ordinal) ? (Value?)null : text;
            case ValueKind.Decimal:
                return ExactDecimal.Parse(text, out var exact) is null && Math.Abs(exact) <= ExactDecimal.Largest(18, scale)
                    && exact == decimal.Round(exact, scale) ? Value.Decimal(exact, scale) : (Value?)null;
            case ValueKind.Uuid:
                return Guid.TryParseExact(text, "D", out var id) ? id : (Value?)null;
        }

        return WholeNumber.Parse(text, long.MinValue, long.MaxValue, out var number) is null
            ? Value.OfNumber(kind, number)
            : null;
    }

    /// <summary>Reads the value of a column.</summary>
    public static Value Read(Rows rows, int column, ValueKind kind, int scale) => kind switch
    {
        ValueKind.Text => rows.TextOrNull(column),
        ValueKind.Int => rows.IntOrNull(column),
        ValueKind.Long => rows.LongOrNull(column),
        ValueKind.Decimal => Value.Decimal(rows.DecimalOrNull(column, scale), scale),
        ValueKind.Bool => rows.BoolOrNull(column),
        ValueKind.Date => rows.DateOrNull(column),
        ValueKind.Time => rows.TimeOrNull(column),
        ValueKind.Instant => rows.InstantOrNull(column),
        ValueKind.Duration => rows.DurationOrNull(column),
        ValueKind.Uuid => rows.UuidOrNull(column),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A list cannot be sorted by this kind."),
    };
}
