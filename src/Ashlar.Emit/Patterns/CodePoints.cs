using System.Collections.Immutable;

namespace Ashlar.Emit.Patterns;

/// <summary>A set of code points as ranges that neither touch nor overlap, in order. Surrogates are in none.</summary>
internal sealed record CodePoints(ImmutableArray<(int From, int To)> Ranges)
{
    /// <summary>The last of all code points.</summary>
    public const int Last = 0x10FFFF;

    private const int FirstSurrogate = 0xD800;
    private const int LastSurrogate = 0xDFFF;

    public static CodePoints All { get; } = Of([(0, Last)]);

    public static CodePoints Of(IEnumerable<(int From, int To)> ranges)
    {
        var merged = ImmutableArray.CreateBuilder<(int From, int To)>();
        foreach (var (from, to) in ranges.SelectMany(WithoutSurrogates).OrderBy(range => range))
        {
            if (merged.Count > 0 && from <= merged[^1].To + 1)
            {
                merged[^1] = (merged[^1].From, Math.Max(merged[^1].To, to));
            }
            else
            {
                merged.Add((from, to));
            }
        }

        return new(merged.ToImmutable());
    }

    public bool Has(int sign) => Ranges.Any(range => range.From <= sign && sign <= range.To);

    public CodePoints Complement()
    {
        var gaps = new List<(int From, int To)>();
        var next = 0;
        foreach (var (from, to) in Ranges)
        {
            gaps.Add((next, from - 1));
            next = to + 1;
        }

        gaps.Add((next, Last));
        return Of(gaps);
    }

    private static IEnumerable<(int From, int To)> WithoutSurrogates((int From, int To) range) =>
        ((int From, int To)[])
        [
            (range.From, Math.Min(range.To, FirstSurrogate - 1)),
            (Math.Max(range.From, LastSurrogate + 1), range.To),
        ]
        is var parts && range.From <= LastSurrogate && range.To >= FirstSurrogate
            ? parts.Where(part => part.From <= part.To)
            : range.From <= range.To ? [range] : [];
}
