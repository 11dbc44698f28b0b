using System.Collections.Immutable;

namespace Ashlar.Core.Analysis.Conditions;

/// <summary>A sum of numbers, each times an exact factor other than zero, in the order of the numbers, and a constant.</summary>
internal sealed record LinearForm(ImmutableArray<(int Number, decimal Factor)> Parts, decimal Constant)
{
    public bool IsConstant => Parts.IsEmpty;

    public static LinearForm Of(decimal constant) => new([], constant);

    public static LinearForm Of(int number) => new([(number, 1m)], 0);

    /// <summary>The sum, or null where it cannot be computed exactly.</summary>
    public LinearForm? Plus(LinearForm other)
    {
        var sum = ImmutableArray.CreateBuilder<(int Number, decimal Factor)>(Parts.Length + other.Parts.Length);
        var (i, j) = (0, 0);
        while (i < Parts.Length || j < other.Parts.Length)
        {
            var isOnlyLeft = j == other.Parts.Length || (i < Parts.Length && Parts[i].Number < other.Parts[j].Number);
            var isOnlyRight = i == Parts.Length || (j < other.Parts.Length && other.Parts[j].Number < Parts[i].Number);
            var (number, factor) = isOnlyRight ? other.Parts[j] : Parts[i];
            factor += isOnlyLeft || isOnlyRight ? 0 : other.Parts[j].Factor;
            i += isOnlyRight ? 0 : 1;
            j += isOnlyLeft ? 0 : 1;
            if (factor != 0)
            {
                sum.Add((number, factor));
            }
        }

        return new LinearForm(sum.ToImmutable(), Constant + other.Constant).IfExact();
    }

    public LinearForm? Minus(LinearForm other) => other.Times(-1) is { } negated ? Plus(negated) : null;

    public LinearForm? Times(decimal factor)
    {
        if (factor == 0)
        {
            return Of(0m);
        }

        var product = ImmutableArray.CreateBuilder<(int Number, decimal Factor)>(Parts.Length);
        foreach (var (number, own) in Parts)
        {
            if (Weight.ExactProduct(own, factor) is not { } exact)
            {
                return null;
            }

            product.Add((number, exact));
        }

        return Weight.ExactProduct(Constant, factor) is { } constant ? new LinearForm(product.ToImmutable(), constant) : null;
    }

    /// <summary>The highest value, null where there is none, from the bounds of the numbers.</summary>
    public Weight? Highest(Weight?[] highest, Weight?[] negatedLowest)
    {
        var sum = new Weight(Constant, 0);
        foreach (var (number, factor) in Parts)
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

    private LinearForm? IfExact() => Weight.IsExact(Constant) && Parts.All(part => Weight.IsExact(part.Factor)) ? this : null;
}
