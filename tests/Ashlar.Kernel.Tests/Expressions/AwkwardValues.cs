using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Kernel.Tests.Expressions;

/// <summary>Values at the edges of every type, and ordinary ones between them.</summary>
internal sealed class AwkwardValues(Random random)
{
    public static readonly string[] Texts =
    [
        "", " ", "a", "A", "abc", "Abc", "ABC", "b", "it's", "\"quoted\"", @"back\slash", "100%", "under_score", "%_%",
        "tab\tline\nend\r",
        " padded ", "\u00a0nbsp\u2003", "e\u0301", "\u00e9", "caf\u00e9", "cafe\u0301", "\ud83d\ude00", "\ud83d\ude00x",
        "\uffff", "\ue000",
        "\u05e9\u05dc\u05d5\u05dd", "\u202eRTL", "stra\u00dfe", "\u1e9e", "\u0130stanbul", "\u0131", "\u03c3\u03c2\u03a3",
        "\u01c4\u01c5\u01c6",
        "\u1f80", "\ufb01n", "\ud801\udc28", "\ud801\udc00", "j\u030c", "J\u030c", "\u01f0", "0", "-1", "null", "true",
        "x'; drop table things; --",
        "$1", "{0}", "a b c", "zebra", "\u00df", "SS", "ss", "\u0345", "\u212a", "k", "\u2126", new string('x', 1900),
        new string('\u00fc', 900),
    ];

    private static readonly int[] Ints = [0, 1, -1, 2, 5, 7, 9, 10, 99, 100, 1000, -1000, int.MaxValue, int.MinValue,
        int.MaxValue - 1, 46341, 65536];

    private static readonly long[] Longs =
    [
        0, 1, -1, 2, 10, 99, 1000, int.MaxValue, int.MinValue, 3_037_000_500, 999_999_999_999_999_999, long.MaxValue,
        long.MinValue,
        long.MaxValue - 1, 4_611_686_018_427_387_904,
    ];

    private static readonly DateOnly[] Dates =
    [
        new(2026, 3, 29), new(2026, 10, 25), new(2024, 2, 29), new(2023, 2, 28), new(2000, 2, 29), new(1900, 2, 28),
        new(2026, 1, 31),
        new(2026, 12, 31), new(2026, 1, 1), new(1970, 1, 1), new(1969, 12, 31), new(1, 1, 1), new(9999, 12, 31),
        new(9999, 11, 30), new(1, 2, 1),
        new(1582, 10, 10), new(1945, 4, 2),
    ];

    private static readonly TimeOnly[] Times =
    [
        new(0, 0), new(2, 30), new(2, 0), new(3, 0), new(1, 59, 59, 999), new(12, 0), new(23, 59, 59, 999), new(0, 0, 0, 1),
        new(14, 30, 15, 250),
    ];

    private static readonly string[] Instants =
    [
        "2026-03-29T00:30:00Z", "2026-03-29T01:00:00Z", "2026-03-29T00:59:59.999Z", "2026-10-25T00:30:00Z",
        "2026-10-25T01:00:00Z",
        "1970-01-01T00:00:00Z", "1969-12-31T23:59:59.999Z", "2000-01-01T12:00:00.001Z", "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999Z",
        "2024-02-29T23:30:00Z", "2026-07-14T22:00:00Z", "1999-12-31T23:00:00Z", "2038-01-19T03:14:08Z", "2011-12-30T10:30:00Z",
    ];

    private static readonly TimeSpan[] Durations =
    [
        TimeSpan.Zero, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(-1), TimeSpan.FromHours(1),
        TimeSpan.FromDays(1), TimeSpan.FromDays(-400),
        TimeSpan.FromDays(36525), TimeSpan.FromMilliseconds(922337203685477), TimeSpan.FromMilliseconds(-922337203685477),
        TimeSpan.FromMinutes(90),
    ];

    private static readonly string[] Zones =
    [
        "Europe/Paris", "UTC", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia",
        "Pacific/Kiritimati", "America/St_Johns",
    ];

    private static readonly string[] Keys =
    [
        "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "01890a5d-ac96-774b-bcce-b302099a8057",
        "0a000000-0000-0000-0000-000000000001",
    ];

    /// <summary>A value of a type; null where the type allows it, one time in three.</summary>
    public object? Of(SystemModel model, ModelType type, Core.Model.Types.Constraints constraints)
    {
        if (type.IsNullable && random.Next(3) == 0)
        {
            return null;
        }

        return type switch
        {
            DecimalType number => Decimal(number),
            EnumType name => Pick(model.Enum(name.Enum)?.Values.Select(value => value.Name).ToArray() ?? []),
            StateType => Pick(["New", "Open", "Closed"]),
            ValueType value => model.Value(value.Value)?.Fields
                .ToDictionary(field => field.Name, field => Of(model, field.Type, field.Constraints)),
            ScalarType { Scalar: Scalar.Int } when constraints is { Min: { } min, Max: { } max } =>
                random.Next((int)min, (int)max + 1),
            ScalarType scalar => OfScalar(scalar.Scalar),
            _ => throw new InvalidOperationException($"no values of {type}"),
        };
    }

    public object OfScalar(Scalar scalar) => scalar switch
    {
        Scalar.Text => Pick(Texts),
        Scalar.Email => $"p{random.Next(1_000_000)}@example.com",
        Scalar.Url => Pick(["https://example.com/%20", "http://a/b?c=d'e"]),
        Scalar.Int => Pick(Ints),
        Scalar.Long => Pick(Longs),
        Scalar.Bool => random.Next(2) == 0,
        Scalar.Date => Pick(Dates),
        Scalar.Time => Pick(Times),
        Scalar.Instant => DateTimeOffset.Parse(Pick(Instants), System.Globalization.CultureInfo.InvariantCulture),
        Scalar.Duration => Pick(Durations),
        Scalar.Months => (long)Pick([0, 1, -1, 2, 12, 13, 120, 1200, 119988, -24]),
        Scalar.Zone => Pick(Zones),
        Scalar.Weekday => Pick(Enum.GetNames<DayOfWeek>()),
        Scalar.Uuid => Guid.Parse(Pick(Keys)),
        _ => throw new InvalidOperationException($"no values of {scalar}"),
    };

    public decimal Decimal(DecimalType type)
    {
        var largest = 0m;
        for (var i = 0; i < type.Precision; i++)
        {
            largest = (largest * 10) + 9;
        }

        var unscaled = random.Next(6) switch
        {
            0 => 0,
            1 => largest,
            2 => -largest,
            3 => random.Next(-20, 20),
            4 => random.Next(-20, 20) * 5 * (decimal)Math.Pow(10, Math.Max(0, type.Scale - 1)) % (largest + 1),
            _ => random.Next() % (largest + 1),
        };
        for (var i = 0; i < type.Scale; i++)
        {
            unscaled /= 10;
        }

        return unscaled;
    }

    public T Pick<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
