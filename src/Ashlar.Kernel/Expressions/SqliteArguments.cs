using System.Globalization;

namespace Ashlar.Kernel;

/// <summary>The arguments of a function in SQLite, read from and written in the forms that SQLite stores.</summary>
internal readonly struct SqliteArguments(object?[] values)
{
    public string Text(int index) => (string)Value(index);

    public long Long(int index) => (long)Value(index);

    public int Int(int index) => checked((int)Long(index));

    /// <summary>A decimal that does not fit a whole number travels as text.</summary>
    public decimal Decimal(int index) => decimal.Parse(Text(index), CultureInfo.InvariantCulture);

    public DateOnly Date(int index) => DateOnly.ParseExact(Text(index), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public TimeOnly Time(int index) =>
        TimeOnly.ParseExact(Text(index), SqliteParameterValue.TimeFormat, CultureInfo.InvariantCulture);

    public DateTimeOffset Instant(int index) => DateTimeOffset.FromUnixTimeMilliseconds(Long(index));

    public static object? Stored(object? value) => value switch
    {
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString(SqliteParameterValue.TimeFormat, CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToUnixTimeMilliseconds(),
        bool truth => truth ? 1L : 0L,
        int number => (long)number,
        _ => value,
    };

    private object Value(int index) => values[index] ?? throw new InvalidOperationException("A function got null.");
}
