using System.Globalization;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Expressions;
using Ashlar.Emit.Patterns;

namespace Ashlar.Emit.Sql;

/// <summary>
/// What the database asks of a column beyond its type: the bounds of the model, and where the column type is wider, the type's.
/// </summary>
internal sealed class ColumnConditions
{
    /// <summary>Milliseconds of the longest `TimeSpan`.</summary>
    private const decimal LongestDuration = 922337203685477m;
    private const decimal FirstInstant = -62135596800000m;
    private const decimal LastInstant = 253402300799999m;

    private readonly IReadOnlyList<string> _names;
    private readonly Dialect _dialect;
    private readonly SqlColumn _column;
    private readonly string _name;

    private ColumnConditions(IReadOnlyList<string> names, Dialect dialect, SqlColumn column)
    {
        (_names, _dialect, _column, _name) = (names, dialect, column, SqlNames.Quote(column.Name));
    }

    private bool IsSqlite => _dialect == Dialect.Sqlite;

    private Constraints Bounds => _column.Constraints;

    /// <summary>Whether any database has a condition for the column. The names of enums and states do not matter here.</summary>
    public static bool Any(SqlColumn column) =>
        column.Computed is null && (Of([""], Dialect.Sqlite, column).Count > 0 || Of([""], Dialect.PostgreSql, column).Count > 0);

    /// <summary>The conditions, each fit to stand beside `and`; null fulfils all of them.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> names, Dialect dialect, SqlColumn column) =>
        [.. new ColumnConditions(names, dialect, column).All()];

    private IEnumerable<string> All() => _column.Type switch
    {
        EnumType or StateType or ScalarType { Scalar: Scalar.Weekday } => [OneOf(_names)],
        DecimalType number => OfDecimal(number),
        ScalarType scalar => OfScalar(scalar.Scalar),
        _ => [],
    };

    private IEnumerable<string> OfScalar(Scalar scalar) => scalar switch
    {
        Scalar.Text => OfText(),
        Scalar.Email => OfText().Append($"{_name} = lower({_name})").Append($"{_name} like '%_@_%'"),
        Scalar.Url => OfText().Append($"{_name} like '%_://_%'"),
        Scalar.Zone => OfText(),
        Scalar.Int => Between(int.MinValue, int.MaxValue),
        Scalar.Long => Between(lowest: null, highest: null),
        Scalar.Duration => Between(-LongestDuration, LongestDuration, isHeldByType: false),
        Scalar.Bool when IsSqlite => [$"{_name} in (0, 1)"],
        Scalar.Date => IsSqlite
            ? [$"{_name} is date({_name})", $"{_name} >= '0001-01-01'"]
            : [$"{_name} between '0001-01-01' and '9999-12-31'"],
        Scalar.Time => IsSqlite ? [$"{_name} is strftime('%H:%M:%f', {_name})"] : [$"{_name} < '24:00'"],
        Scalar.Instant => IsSqlite
            ? Between(FirstInstant, LastInstant)
            : [$"{_name} between '0001-01-01 00:00Z' and '9999-12-31 23:59:59.999Z'"],
        Scalar.Uuid when IsSqlite => [$"length({_name}) = 36"],
        Scalar.Json => OfJson(),
        _ => [],
    };

    private IEnumerable<string> OfText()
    {
        if (Length(_name) is { } length)
        {
            yield return length;
        }

        if (Bounds.IsNotBlank)
        {
            yield return $"text_trim({_name}) <> ''";
        }

        if (Bounds.Pattern is { } pattern)
        {
            yield return IsSqlite
                ? $"{_name} regexp {SqlText.Of(PatternForms.WholeDotNet(pattern))}"
                : $"{_name} ~ {SqlText.Of($"^{PatternForms.Postgres(pattern)}$")}";
        }
    }

    private IEnumerable<string> OfJson()
    {
        if (IsSqlite)
        {
            yield return $"json_valid({_name})";
        }

        if (Length(IsSqlite ? _name : $"{_name}::text") is { } length)
        {
            yield return length;
        }
    }

    private string? Length(string text) => (Bounds.MinLength, Bounds.MaxLength) switch
    {
        ({ } min, { } max) when min == max => Invariant($"length({text}) = {max}"),
        ( > 0 and { } min, { } max) => Invariant($"length({text}) between {min} and {max}"),
        (_, { } max) => Invariant($"length({text}) <= {max}"),
        ( > 0 and { } min, null) => Invariant($"length({text}) >= {min}"),
        _ => null,
    };

    // SQLite counts in units of the last digit.
    private IEnumerable<string> OfDecimal(DecimalType type)
    {
        var unit = IsSqlite ? Power(type.Scale) : 1;
        var most = Power(type.Precision) - 1;
        return Between(-most, most, isHeldByType: !IsSqlite, unit);
    }

    private IEnumerable<string> Between(decimal? lowest, decimal? highest, bool? isHeldByType = null, decimal unit = 1)
    {
        var isHeld = isHeldByType ?? !IsSqlite;
        var min = Bounds.Min is { } least ? least * unit : isHeld ? null : lowest;
        var max = Bounds.Max is { } most ? most * unit : isHeld ? null : highest;
        return (min, max) switch
        {
            ({ } from, { } to) => [$"{_name} between {Number(from)} and {Number(to)}"],
            ({ } from, null) => [$"{_name} >= {Number(from)}"],
            (null, { } to) => [$"{_name} <= {Number(to)}"],
            _ => [],
        };
    }

    private string OneOf(IReadOnlyList<string> names) =>
        $"{_name} in ({string.Join(", ", names.Select(name => SqlText.Of(name).Text))})";

    private static decimal Power(int digits) => digits == 0 ? 1 : 10 * Power(digits - 1);

    private static string Number(decimal value) =>
        (value / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
