using System.Collections.Immutable;

namespace Ashlar.Core.Analysis.Conditions;

/// <summary>A sum of numbers, each times an exact factor, and a constant.</summary>
internal sealed record LinearForm(ImmutableSortedDictionary<int, decimal> Factors, decimal Constant)
{
    public bool IsConstant => Factors.IsEmpty;

    public static LinearForm Of(decimal constant) => new(ImmutableSortedDictionary<int, decimal>.Empty, constant);

    public static LinearForm Of(int number) => new(ImmutableSortedDictionary<int, decimal>.Empty.Add(number, 1), 0);

    /// <summary>The sum, or null where it cannot be computed exactly.</summary>
    public LinearForm? Plus(LinearForm other)
    {
        var sum = Factors;
        foreach (var (number, factor) in other.Factors)
        {
            var total = sum.GetValueOrDefault(number) + factor;
            sum = total == 0 ? sum.Remove(number) : sum.SetItem(number, total);
        }

        return new LinearForm(sum, Constant + other.Constant).IfExact();
    }

    public LinearForm? Minus(LinearForm other) => other.Times(-1) is { } negated ? Plus(negated) : null;

    public LinearForm? Times(decimal factor)
    {
        if (factor == 0)
        {
            return Of(0m);
        }

        var product = ImmutableSortedDictionary.CreateBuilder<int, decimal>();
        foreach (var (number, own) in Factors)
        {
            if (Weight.ExactProduct(own, factor) is not { } exact)
            {
                return null;
            }

            product.Add(number, exact);
        }

        return Weight.ExactProduct(Constant, factor) is { } constant ? new LinearForm(product.ToImmutable(), constant) : null;
    }

    /// <summary>The highest value, null where there is none, from the bounds of the numbers.</summary>
    public Weight? Highest(Weight?[] highest, Weight?[] negatedLowest)
    {
        var sum = new Weight(Constant, 0);
        foreach (var (number, factor) in Factors)
        {
            var bound = factor > 0 ? highest[number] : negatedLowest[number];
            if (bound is not { } known || Weight.ExactProduct(known.Value, Math.Abs(factor)) is not { } part)
            {
                return null;
            }

            sum += new Weight(part, known.Strictness);
        }

        return Weight.IsExact(sum.Value) ? sum : null;
    }

    private LinearForm? IfExact() => Weight.IsExact(Constant) && Factors.Values.All(Weight.IsExact) ? this : null;
}
