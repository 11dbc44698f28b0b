using System.Numerics;
using Microsoft.Data.Sqlite;

namespace Ashlar.Kernel;

/// <summary>
/// Functions on whole numbers, and on decimals that are kept as whole numbers: `scaled_` calculates in units of the last digit.
/// SQLite's own operators turn what does not fit 64 bits into a binary fraction.
/// </summary>
internal static class SqliteNumberFunctions
{
    public static void Register(SqliteConnection connection)
    {
        SqliteFunctions.Add(connection, "int_checked", 1, x => checked((int)x.Long(0)));
        SqliteFunctions.Add(connection, "long_add", 2, x => checked(x.Long(0) + x.Long(1)));
        SqliteFunctions.Add(connection, "long_subtract", 2, x => checked(x.Long(0) - x.Long(1)));
        SqliteFunctions.Add(connection, "long_multiply", 2, x => checked(x.Long(0) * x.Long(1)));
        SqliteFunctions.Add(connection, "digits_checked", 2, x => WithDigits(x.Long(0), x.Int(1)));
        SqliteFunctions.Add(connection, "scaled_round_half_even", 2, x => Round(x, MidpointRounding.ToEven));
        SqliteFunctions.Add(connection, "scaled_round_half_up", 2, x => Round(x, MidpointRounding.AwayFromZero));
        SqliteFunctions.Add(connection, "scaled_divide_half_even", 3, x => Divide(x, MidpointRounding.ToEven));
        SqliteFunctions.Add(connection, "scaled_divide_half_up", 3, x => Divide(x, MidpointRounding.AwayFromZero));
    }

    private static long WithDigits(long value, int digits) => BigInteger.Abs(value) < BigInteger.Pow(10, digits)
        ? value
        : throw new OverflowException($"{value} has more than {digits} digits.");

    private static long Round(SqliteArguments x, MidpointRounding half) => Numbers.Divide(x.Long(0), divisor: 1, -x.Int(1), half);

    // What divides by zero is not evaluated where its value is used; elsewhere any value will do.
    private static long? Divide(SqliteArguments x, MidpointRounding half) =>
        x.Long(1) == 0 ? null : Numbers.Divide(x.Long(0), x.Long(1), x.Int(2), half);
}
