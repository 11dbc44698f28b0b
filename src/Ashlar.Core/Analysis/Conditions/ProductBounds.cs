namespace Ashlar.Core.Analysis.Conditions;

/// <summary>The range of a product whose factors have ranges.</summary>
internal static class ProductBounds
{
    /// <summary>Lowest and highest product; null where a factor is unbounded or the corners are not exact.</summary>
    public static (decimal Lowest, decimal Highest)? Of(
        LinearForm left, LinearForm right, Weight?[] highest, Weight?[] lowest)
    {
        if (RangeOf(left, highest, lowest) is not var (leftLow, leftHigh)
            || RangeOf(right, highest, lowest) is not var (rightLow, rightHigh))
        {
            return null;
        }

        var corners = new[]
        {
            Weight.ExactProduct(leftLow, rightLow), Weight.ExactProduct(leftLow, rightHigh),
            Weight.ExactProduct(leftHigh, rightLow), Weight.ExactProduct(leftHigh, rightHigh),
        };
        return corners.All(corner => corner is not null) ? (corners.Min() ?? 0, corners.Max() ?? 0) : null;
    }

    private static (decimal Lowest, decimal Highest)? RangeOf(LinearForm form, Weight?[] highest, Weight?[] lowest) =>
        form.Highest(highest, lowest) is { } most && form.Times(-1)?.Highest(highest, lowest) is { } least
            ? (-least.Value, most.Value)
            : null;
}
