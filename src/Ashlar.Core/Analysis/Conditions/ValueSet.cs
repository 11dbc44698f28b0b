using System.Collections.Immutable;

namespace Ashlar.Core.Analysis.Conditions;

/// <summary>
/// Which texts (or names of an enum, or truth values) something can be: these, or all but those. The sets are small, so
/// that an array without order is the cheapest form.
/// </summary>
internal sealed record ValueSet(bool IsListed, ImmutableArray<string> Values)
{
    public const string True = "true";
    public const string False = "false";

    public static ValueSet Any { get; } = new(IsListed: false, []);

    public static ValueSet Bools { get; } = Of([True, False]);

    public static ValueSet OnlyTrue { get; } = Of([True]);

    public static ValueSet OnlyFalse { get; } = Of([False]);

    public bool IsEmpty => IsListed && Values.IsEmpty;

    /// <summary>The one value that is left, or null.</summary>
    public string? Single => IsListed && Values.Length == 1 ? Values[0] : null;

    public static ValueSet Of(IEnumerable<string> values) => new(IsListed: true, [.. values.Distinct(StringComparer.Ordinal)]);

    public ValueSet Without(string value)
    {
        if (IsListed == Contains(value))
        {
            return this with { Values = IsListed ? Values.Remove(value, StringComparer.Ordinal) : Values.Add(value) };
        }

        return this;
    }

    public ValueSet And(ValueSet other)
    {
        if (!IsListed)
        {
            return other.IsListed ? other.And(this) : other.Values.Aggregate(this, (set, value) => set.Without(value));
        }

        var kept = Values.RemoveAll(value => other.Contains(value) != other.IsListed);
        return kept.Length == Values.Length ? this : this with { Values = kept };
    }

    public ValueSet Where(Func<string, bool> isKept) => IsListed ? this with { Values = [.. Values.Where(isKept)] } : this;

    private bool Contains(string value) => Values.Contains(value, StringComparer.Ordinal);
}
