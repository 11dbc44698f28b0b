using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Ashlar.Kernel;

/// <summary>Functions on decimals with more digits than whole numbers hold; they travel as text.</summary>
internal static class SqliteDecimalFunctions
{
    public static void Register(SqliteConnection connection)
    {
        SqliteFunctions.Add(connection, "decimal_text", 2, x => Unscaled(x.Long(0), x.Int(1)));
        SqliteFunctions.Add(connection, "decimal_add", 2, x => Numbers.Add(x.Decimal(0), x.Decimal(1)));
        SqliteFunctions.Add(connection, "decimal_subtract", 2, x => Numbers.Subtract(x.Decimal(0), x.Decimal(1)));
        SqliteFunctions.Add(connection, "decimal_multiply", 2, x => Numbers.Multiply(x.Decimal(0), x.Decimal(1)));
        SqliteFunctions.Add(connection, "decimal_negate", 1, x => -x.Decimal(0));
        SqliteFunctions.Add(connection, "decimal_compare", 2, x => x.Decimal(0).CompareTo(x.Decimal(1)));
        SqliteFunctions.Add(connection, "decimal_key", 1, x => Numbers.Key(x.Decimal(0)));
        SqliteFunctions.Add(connection, "decimal_checked", 3, x => Numbers.Fit(x.Decimal(0), x.Int(1), x.Int(2)));
        SqliteFunctions.Add(
            connection, "decimal_scaled", 3, x => ScaledDecimal.ToLong(Numbers.Fit(x.Decimal(0), x.Int(1), x.Int(2)), x.Int(2)));
        RegisterRounding(connection, "half_even", MidpointRounding.ToEven);
        RegisterRounding(connection, "half_up", MidpointRounding.AwayFromZero);
        connection.CreateFunction<string?, string?, bool>("decimal_same", AreSame, isDeterministic: true);
        connection.CreateAggregate<string?, decimal, string>(
            "decimal_sum",
            0m,
            (sum, item) => item is null ? sum : Numbers.Add(sum, decimal.Parse(item, CultureInfo.InvariantCulture)),
            sum => sum.ToString(CultureInfo.InvariantCulture),
            isDeterministic: true);
        RegisterExtreme(connection, "decimal_min", Math.Min);
        RegisterExtreme(connection, "decimal_max", Math.Max);
    }

    private static void RegisterExtreme(SqliteConnection connection, string name, Func<decimal, decimal, decimal> choose) =>
        connection.CreateAggregate<string?, decimal?, string?>(
            name,
            null,
            (best, item) => item is null ? best : Better(best, decimal.Parse(item, CultureInfo.InvariantCulture), choose),
            best => best?.ToString(CultureInfo.InvariantCulture),
            isDeterministic: true);

    private static decimal Better(decimal? best, decimal item, Func<decimal, decimal, decimal> choose) =>
        best is { } known ? choose(known, item) : item;

    private static void RegisterRounding(SqliteConnection connection, string suffix, MidpointRounding half)
    {
        SqliteFunctions.Add(connection, "decimal_round_" + suffix, 2, x => Numbers.Round(x.Decimal(0), x.Int(1), half));
        SqliteFunctions.Add(
            connection,
            "decimal_divide_" + suffix,
            3,
            x => x.Decimal(1) == 0 ? null : Numbers.RoundQuotient(x.Decimal(0), x.Decimal(1), x.Int(2), half));
    }

    private static decimal Unscaled(long value, int scale) => ScaledDecimal.FromLong(value, scale);

    private static bool AreSame(string? left, string? right) => left is null || right is null
        ? left is null && right is null
        : decimal.Parse(left, CultureInfo.InvariantCulture) == decimal.Parse(right, CultureInfo.InvariantCulture);
}
