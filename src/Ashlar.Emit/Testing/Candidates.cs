using System.Text.RegularExpressions;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Testing;

/// <summary>
/// Values that a field accepts, plain ones first. Another number gives other texts, for fields that are unique.
/// </summary>
internal sealed class Candidates(World world)
{
    private const string LongPassword = "violet otter climbs ";

    private readonly Dictionary<string, Regex> _patterns = new(StringComparer.Ordinal);

    public IReadOnlyList<object?> Of(Field field, int number)
    {
        if (field.Relation is { } relation)
        {
            return OfRelation(relation, number);
        }

        var values = OfType(field.Type, field.Constraints, field.Name, number);
        return field.IsOptional ? [.. values, null] : values;
    }

    private IReadOnlyList<object?> OfRelation(Relation relation, int number) => relation.Kind switch
    {
        RelationKind.Owned when OwnedRow(relation.Target, number) is { } row =>
            [new List<object?> { row }, new List<object?>()],
        RelationKind.Owned => [new List<object?>()],
        RelationKind.Linked => [new List<object?>(), world.RowsOf(relation.Target).Take(1).Cast<object?>().ToList()],
        _ => [],
    };

    /// <summary>
    /// A row that exists only in the request which creates its owner; null where some field has no value to try.
    /// </summary>
    private WorldRow? OwnedRow(ElementName entity, int number)
    {
        if (world.Model.Entity(entity) is not { } declared)
        {
            return null;
        }

        var row = new WorldRow(declared, "", "");
        foreach (var field in WritableFields.OfOwned(declared))
        {
            if (Of(field, number) is not [var plain, ..])
            {
                return null;
            }

            row[field.Name] = plain;
        }

        return row;
    }

    private IReadOnlyList<object?> OfType(ModelType type, Constraints limits, string name, int number) => type switch
    {
        ScalarType scalar => OfScalar(scalar.Scalar, limits, name, number),
        DecimalType exact => Decimals(exact, limits),
        EnumType choice => [.. world.Model.Enum(choice.Enum)?.Values.Select(value => value.Name) ?? []],
        StateType => [],
        ReferenceType reference => [.. world.RowsOf(reference.Entity)],
        ValueType value => Values(value, number),
        ListType list => [new List<object?>(), OneItem(list, limits, name, number)],
        _ => [],
    };

    private IReadOnlyList<object?> OfScalar(Scalar scalar, Constraints limits, string name, int number) => scalar switch
    {
        Scalar.Text => [.. Texts(limits, name, number)],
        Scalar.Email => [$"{Spelling.Kebab(name)}-{number}@example.org"],
        Scalar.Url => [$"https://example.org/{Spelling.Kebab(name)}/{number}"],
        Scalar.Zone => ["Europe/Paris", "Asia/Tokyo"],
        Scalar.Password => [Fit(LongPassword + number, limits.MinLength ?? 8, limits.MaxLength ?? 128)],
        Scalar.Json => ["{\"a\":1}"],
        Scalar.Int or Scalar.Long => [.. Wholes(limits)],
        Scalar.Bool => [false, true],
        Scalar.Date =>
            [new DateOnly(2024, 5, 17), new DateOnly(2020, 2, 29), new DateOnly(2031, 12, 31), new DateOnly(2026, 1, 22)],
        Scalar.Time => [new TimeOnly(9, 30), new TimeOnly(17, 45)],
        Scalar.Instant => [Instant(34), Instant(38), Instant(54), Instant(1114), Instant(-400)],
        Scalar.Duration => [.. Durations(limits)],
        Scalar.Weekday => ["Monday", "Friday"],
        Scalar.Uuid => [$"7d3c1f10-0000-4000-8000-{number:D12}"],
        _ => [],
    };

    private static DateTimeOffset Instant(int hours) => new DateTimeOffset(Oracle.Now.Date, TimeSpan.Zero).AddHours(hours);

    private IEnumerable<string> Texts(Constraints limits, string name, int number)
    {
        var (least, most) = (limits.MinLength ?? 0, limits.MaxLength ?? 200);
        if (limits.Pattern is { } pattern)
        {
            var whole = Whole(pattern);
            return Enumerable.Range(0, 3)
                .Select(i => PatternSample.Of(pattern, whole, (number * 3) + i, least, most))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal);
        }

        var words = CapitalLetter(Spelling.Spaced(name));
        return [Fit(number == 0 ? words : $"{number} {words}", least, most)];
    }

    private Regex Whole(string pattern)
    {
        if (!_patterns.TryGetValue(pattern, out var whole))
        {
            _patterns[pattern] = whole = PatternSample.Whole(pattern);
        }

        return whole;
    }

    private static string CapitalLetter(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Fit(string text, int least, int most) =>
        (text.Length > most ? text[..most].TrimEnd() : text).PadRight(least, 'x');

    private static IEnumerable<object?> Wholes(Constraints limits)
    {
        var least = (long)(limits.Min ?? (limits.Max is { } top && top < 1 ? top : 1));
        var most = (long)(limits.Max ?? least + 50);
        return new[] { least, Math.Min(most, least + 1), most }.Distinct().Cast<object?>();
    }

    private static IReadOnlyList<object?> Decimals(DecimalType type, Constraints limits)
    {
        var top = limits.Max ?? Largest(type);
        var least = limits.Min ?? 0;
        var plain = Math.Min(top, least + decimal.Round(12.50m, type.Scale));
        return [.. new[] { plain, least, Math.Min(top, plain + 5), Math.Min(top, plain * 40) }.Distinct().Cast<object?>()];
    }

    public static decimal Largest(DecimalType type)
    {
        var largest = 0m;
        for (var i = 0; i < type.Precision; i++)
        {
            largest = (largest * 10) + 9;
        }

        return largest / Power(type.Scale);
    }

    private static decimal Power(int digits) => digits == 0 ? 1 : 10 * Power(digits - 1);

    private static IEnumerable<object?> Durations(Constraints limits)
    {
        var least = TimeSpan.FromMilliseconds((double)(limits.Min ?? 60_000));
        var most = TimeSpan.FromMilliseconds((double)(limits.Max ?? 86_400_000));
        return new[] { least, most }.Distinct().Cast<object?>();
    }

    private IReadOnlyList<object?> Values(ValueType type, int number)
    {
        if (world.Model.Value(type.Value) is not { } declared)
        {
            return [];
        }

        var parts = declared.Fields.ToDictionary(part => part.Name, part => Of(part, number)[0], StringComparer.Ordinal);
        return [new WorldValue(parts)];
    }

    private List<object?> OneItem(ListType list, Constraints limits, string name, int number) =>
        [.. OfType(list.Item, limits, name, number).Take(1)];
}
