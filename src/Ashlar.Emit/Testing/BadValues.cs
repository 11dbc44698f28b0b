using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Patterns;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Testing;

/// <summary>For each rule of a field, a value that breaks this rule before any other.</summary>
internal sealed class BadValues(SystemModel model)
{
    private const int LongestEmail = 254;

    /// <summary>A member that no request has, where that is a reason to refuse it.</summary>
    public static IEnumerable<BadValue> Unknown(Api api) =>
        api.IgnoresUnknownMembers ? [] : [new("nonsense", "unknown-member", "1")];

    public IEnumerable<BadValue> Of(Field field, bool isCreation)
    {
        if (isCreation && WritableFields.IsRequired(field))
        {
            yield return new(field.Name, "missing", null);
        }

        if (!field.IsOptional)
        {
            yield return new(field.Name, "null", "null");
        }

        foreach (var bad in OfType(field.Name, field.Type, field.Constraints, field))
        {
            yield return bad;
        }
    }

    private IEnumerable<BadValue> OfType(string path, ModelType type, Constraints limits, Field field) => type switch
    {
        _ when field.Relation is not null => OfList(path, limits, "{}"),
        ListType list => OfList(path, limits, FirstGood(list.Item)),
        ValueType value => OfValue(path, value),
        DecimalType exact => OfDecimal(path, exact, limits),
        EnumType => [new(path, "no-match", "\"Nothing\""), new(path, "no-match", "5")],
        ReferenceType => [new(path, "malformed", "\"x\"")],
        ScalarType scalar => OfScalar(path, scalar.Scalar, limits),
        _ => [],
    };

    private static IEnumerable<BadValue> OfList(string path, Constraints limits, string item)
    {
        yield return new(path, "malformed", "5");
        if (limits.MaxItems is { } most)
        {
            yield return new(path, "too-long", item) { Items = most + 1 };
        }
    }

    private static string FirstGood(ModelType item) =>
        item is DecimalType or ScalarType { Scalar: Scalar.Int or Scalar.Long } ? "1" : "\"a\"";

    private IEnumerable<BadValue> OfValue(string path, ValueType type)
    {
        yield return new(path, "malformed", "5");
        foreach (var part in model.Value(type.Value)?.Fields ?? [])
        {
            foreach (var bad in Of(part, isCreation: true).Where(bad => bad.Items is null))
            {
                yield return bad with { Field = $"{path}.{bad.Field}" };
            }
        }
    }

    private static IEnumerable<BadValue> OfScalar(string path, Scalar scalar, Constraints limits) => scalar switch
    {
        Scalar.Text => OfText(path, limits),
        Scalar.Email => [new(path, "malformed", "\"no address\""), TooLong(path, limits.MaxLength ?? LongestEmail)],
        Scalar.Url => [new(path, "malformed", "\"ftp://example.org\"")],
        Scalar.Zone => [new(path, "malformed", "\"Mars/Olympus\"")],
        Scalar.Password => [TooShort(path, limits.MinLength ?? 8), TooLong(path, limits.MaxLength ?? 128)],
        Scalar.Int => [new(path, "malformed", "\"many\""), new(path, "malformed", "1.5"), .. OfNumber(path, limits, 1),
            .. Huge(path)],
        Scalar.Long => [new(path, "malformed", "\"many\""), .. OfNumber(path, limits, 1)],
        Scalar.Bool => [new(path, "malformed", "\"yes\"")],
        Scalar.Date => [new(path, "malformed", "\"2026-02-30\"")],
        Scalar.Time => [new(path, "malformed", "\"25:00\"")],
        Scalar.Instant => [new(path, "malformed", "\"yesterday\"")],
        Scalar.Duration => [new(path, "malformed", "\"an hour\"")],
        Scalar.Weekday => [new(path, "no-match", "\"Someday\"")],
        Scalar.Uuid or Scalar.File => [new(path, "malformed", "\"x\"")],
        _ => [],
    };

    private static IEnumerable<BadValue> OfText(string path, Constraints limits)
    {
        yield return new(path, "malformed", "5");
        yield return new(path, "malformed", "\"a\\u0001b\"");
        if (limits.IsNotBlank)
        {
            yield return new(path, "blank", "\"  \"");
        }

        if (limits.MinLength is > 1)
        {
            yield return TooShort(path, limits.MinLength.Value);
        }

        if (limits.MaxLength is { } most)
        {
            yield return TooLong(path, most);
        }

        if (limits.Pattern is { } pattern && Unmatched(pattern, limits) is { } text)
        {
            yield return new(path, "no-match", JsonSerializer.Serialize(text));
        }
    }

    private static BadValue TooShort(string path, int least) => new(path, "too-short", null) { Letters = least - 1 };

    private static BadValue TooLong(string path, int most) => new(path, "too-long", null) { Letters = most + 1 };

    private static string? Unmatched(string pattern, Constraints limits)
    {
        var length = Math.Max(limits.MinLength ?? 1, Math.Min(limits.MaxLength ?? 3, 3));
        var whole = new Regex(PatternForms.WholeDotNet(pattern), RegexOptions.CultureInvariant);
        return "!~q0".Select(c => new string(c, length)).FirstOrDefault(text => !whole.IsMatch(text));
    }

    private static IEnumerable<BadValue> OfDecimal(string path, DecimalType type, Constraints limits)
    {
        yield return new(path, "malformed", "true");
        var step = 1m;
        for (var i = 0; i < type.Scale; i++)
        {
            step /= 10;
        }

        yield return new(path, "malformed", Number(step / 10));
        foreach (var bad in OfNumber(path, limits, step))
        {
            yield return bad;
        }

        if (limits.Max is null && type.Precision <= 18)
        {
            yield return new(path, "too-large", Number(Candidates.Largest(type) + 1));
        }
    }

    private static IEnumerable<BadValue> OfNumber(string path, Constraints limits, decimal step)
    {
        if (limits.Min is { } least)
        {
            yield return new(path, "too-small", Number(least - step));
        }

        if (limits.Max is { } most)
        {
            yield return new(path, "too-large", Number(most + step));
        }
    }

    private static IEnumerable<BadValue> Huge(string path) => [new(path, "too-large", "99999999999")];

    private static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
