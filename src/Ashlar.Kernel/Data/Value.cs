using System.Diagnostics.CodeAnalysis;

namespace Ashlar.Kernel;

/// <summary>
/// One parameter of a <see cref="Statement"/>. It knows its kind even when it is null, because PostgreSQL wants a type
/// for every parameter and SQLite stores some kinds in another form.
/// </summary>
[SuppressMessage("Usage", "CA2225", Justification = "The conversions exist so that a call lists plain values.")]
public readonly struct Value
{
    private readonly object? _reference;
    private readonly long _number;
    private readonly decimal _decimal;
    private readonly Guid _uuid;

    private Value(ValueKind kind, bool isNull, object? reference = null, long number = 0,
        decimal exact = 0, int scale = 0, Guid uuid = default)
    {
        Kind = kind;
        IsNull = isNull;
        Scale = scale;
        _reference = reference;
        _number = number;
        _decimal = exact;
        _uuid = uuid;
    }

    /// <summary>The kind of the value.</summary>
    public ValueKind Kind { get; }

    /// <summary>Whether there is no value.</summary>
    public bool IsNull { get; }

    /// <summary>The digits after the point of a decimal.</summary>
    public int Scale { get; }

    internal string AsText => (string?)_reference ?? "";

    internal byte[] AsBytes => (byte[]?)_reference ?? [];

    internal Guid[] AsUuids => (Guid[]?)_reference ?? [];

    internal long AsLong => _number;

    internal decimal AsDecimal => _decimal;

    internal Guid AsUuid => _uuid;

    internal DateOnly AsDate => DateOnly.FromDayNumber((int)_number);

    internal TimeOnly AsTime => new(_number);

    internal DateTimeOffset AsInstant => DateTimeOffset.FromUnixTimeMilliseconds(_number);

    /// <summary>A decimal with <paramref name="scale"/> digits after the point, as its column has.</summary>
    public static Value Decimal(decimal? value, int scale) =>
        new(ValueKind.Decimal, value is null, exact: value ?? 0, scale: scale);

    /// <summary>An enum member or a state, stored by name.</summary>
    public static Value Enum<T>(T value) where T : struct, Enum => Enum((T?)value);

    /// <summary>An enum member or a state that may be missing, stored by name.</summary>
    public static Value Enum<T>(T? value) where T : struct, Enum =>
        new(ValueKind.Text, value is null, value is { } member ? EnumNames<T>.Of(member) : null);

    /// <summary>No value of a kind.</summary>
    public static Value Null(ValueKind kind) => new(kind, isNull: true);

    /// <summary>A JSON document.</summary>
    public static Value Json(string? value) => new(ValueKind.Json, value is null, value);

    /// <summary>Bytes.</summary>
    public static Value Bytes(byte[]? value) => new(ValueKind.Bytes, value is null, value);

    /// <summary>Identifiers: a uuid array on PostgreSQL, a JSON array for <c>json_each</c> on SQLite.</summary>
    public static Value Uuids(IEnumerable<Guid> values) => new(ValueKind.Uuids, isNull: false, values.ToArray());

    /// <summary>A value from the number that stands for it, or null when the kind has no such value.</summary>
    internal static Value? OfNumber(ValueKind kind, long number)
    {
        var (least, most) = kind switch
        {
            ValueKind.Int => (int.MinValue, int.MaxValue),
            ValueKind.Bool => (0, 1),
            ValueKind.Date => (0, DateOnly.MaxValue.DayNumber),
            ValueKind.Time => (0, TimeOnly.MaxValue.Ticks),
            ValueKind.Instant =>
                (DateTimeOffset.MinValue.ToUnixTimeMilliseconds(), DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()),
            _ => (long.MinValue, long.MaxValue),
        };
        return number >= least && number <= most ? new Value(kind, isNull: false, number: number) : (Value?)null;
    }

    /// <summary>Converts text.</summary>
    public static implicit operator Value(string? value) => new(ValueKind.Text, value is null, value);

    /// <summary>Converts a 32-bit number.</summary>
    public static implicit operator Value(int value) => new(ValueKind.Int, isNull: false, number: value);

    /// <summary>Converts a 32-bit number that may be missing.</summary>
    public static implicit operator Value(int? value) => new(ValueKind.Int, value is null, number: value ?? 0);

    /// <summary>Converts a 64-bit number.</summary>
    public static implicit operator Value(long value) => new(ValueKind.Long, isNull: false, number: value);

    /// <summary>Converts a 64-bit number that may be missing.</summary>
    public static implicit operator Value(long? value) => new(ValueKind.Long, value is null, number: value ?? 0);

    /// <summary>Converts a truth value.</summary>
    public static implicit operator Value(bool value) => new(ValueKind.Bool, isNull: false, number: value ? 1 : 0);

    /// <summary>Converts a truth value that may be missing.</summary>
    public static implicit operator Value(bool? value) => new(ValueKind.Bool, value is null, number: value is true ? 1 : 0);

    /// <summary>Converts a date.</summary>
    public static implicit operator Value(DateOnly value) => (DateOnly?)value;

    /// <summary>Converts a date that may be missing.</summary>
    public static implicit operator Value(DateOnly? value) =>
        new(ValueKind.Date, value is null, number: value?.DayNumber ?? 0);

    /// <summary>Converts a time of day.</summary>
    public static implicit operator Value(TimeOnly value) => (TimeOnly?)value;

    /// <summary>Converts a time of day that may be missing.</summary>
    public static implicit operator Value(TimeOnly? value) => new(ValueKind.Time, value is null, number: value?.Ticks ?? 0);

    /// <summary>Converts a moment.</summary>
    public static implicit operator Value(DateTimeOffset value) => (DateTimeOffset?)value;

    /// <summary>Converts a moment that may be missing.</summary>
    public static implicit operator Value(DateTimeOffset? value) =>
        new(ValueKind.Instant, value is null, number: value?.ToUnixTimeMilliseconds() ?? 0);

    /// <summary>Converts a length of time.</summary>
    public static implicit operator Value(TimeSpan value) => (TimeSpan?)value;

    /// <summary>Converts a length of time that may be missing.</summary>
    public static implicit operator Value(TimeSpan? value) =>
        new(ValueKind.Duration, value is null, number: (value?.Ticks ?? 0) / TimeSpan.TicksPerMillisecond);

    /// <summary>Converts an identifier.</summary>
    public static implicit operator Value(Guid value) => (Guid?)value;

    /// <summary>Converts an identifier that may be missing.</summary>
    public static implicit operator Value(Guid? value) => new(ValueKind.Uuid, value is null, uuid: value ?? default);
}
