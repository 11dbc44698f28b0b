namespace Ashlar.Core.Analysis.Conditions;

/// <summary>
/// How far a value may be above another: at most <paramref name="Value"/>, and below it where
/// <paramref name="Strictness"/> is negative (one for each strict step of a sum).
/// </summary>
internal readonly record struct Weight(decimal Value, int Strictness) : IComparable<Weight>
{
    /// <summary>Numbers beyond this are treated as no bound at all, so that sums cannot overflow or lose digits.</summary>
    public const decimal Largest = 1_000_000_000_000_000m;

    private const int MostDecimals = 10;
    private const int MostDigits = 26;

    public static Weight Zero { get; }

    public static Weight operator +(Weight left, Weight right) =>
        new(left.Value + right.Value, left.Strictness + right.Strictness);

    public static bool operator <(Weight left, Weight right) => left.CompareTo(right) < 0;

    public static bool operator <=(Weight left, Weight right) => left.CompareTo(right) <= 0;

    public static bool operator >(Weight left, Weight right) => left.CompareTo(right) > 0;

    public static bool operator >=(Weight left, Weight right) => left.CompareTo(right) >= 0;

    /// <summary>Whether sums and products of such numbers stay exact.</summary>
    public static bool IsExact(decimal value) => Math.Abs(value) <= Largest && value.Scale <= MostDecimals;

    /// <summary>The product, or null where it would lose digits.</summary>
    public static decimal? ExactProduct(decimal left, decimal right)
    {
        var digits = MostDigits - left.Scale - right.Scale;
        var isExact = digits > 0 && Math.Abs((double)left) * Math.Abs((double)right) < Math.Pow(10, digits);
        return isExact && IsExact(left * right) ? left * right : null;
    }

    /// <summary>The same bound between whole numbers, where `&lt; 5` is `&lt;= 4`.</summary>
    public Weight ForWholeNumbers()
    {
        var floor = Math.Floor(Value);
        return new Weight(floor == Value && Strictness < 0 ? floor - 1 : floor, 0);
    }

    public int CompareTo(Weight other)
    {
        var byValue = Value.CompareTo(other.Value);
        return byValue != 0 ? byValue : Strictness.CompareTo(other.Strictness);
    }
}
