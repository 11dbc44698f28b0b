using System.Collections.Immutable;

namespace Ashlar.Core.Analysis.Conditions;

/// <summary>Which texts (or names of an enum, or truth values) something can be: these, or all but those.</summary>
internal sealed record ValueSet(bool IsListed, ImmutableHashSet<string> Values)
{
    public const string True = "true";
    public const string False = "false";

    public static ValueSet Any { get; } = new(IsListed: false, ImmutableHashSet.Create<string>(StringComparer.Ordinal));

    public static ValueSet Bools { get; } = Of([True, False]);

    public bool IsEmpty => IsListed && Values.IsEmpty;

    /// <summary>The one value that is left, or null.</summary>
    public string? Single => IsListed && Values.Count == 1 ? Values.First() : null;

    public static ValueSet Of(IEnumerable<string> values) =>
        new(IsListed: true, values.ToImmutableHashSet(StringComparer.Ordinal));

    public ValueSet Without(string value) => this with { Values = IsListed ? Values.Remove(value) : Values.Add(value) };

    public ValueSet And(ValueSet other) => (IsListed, other.IsListed) switch
    {
        (true, true) => this with { Values = Values.Intersect(other.Values) },
        (true, false) => this with { Values = Values.Except(other.Values) },
        (false, true) => other with { Values = other.Values.Except(Values) },
        (false, false) => this with { Values = Values.Union(other.Values) },
    };

    public ValueSet Where(Func<string, bool> isKept) => IsListed ? Of(Values.Where(isKept)) : this;
}
