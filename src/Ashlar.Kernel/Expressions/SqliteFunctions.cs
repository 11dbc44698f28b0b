using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Ashlar.Kernel;

/// <summary>
/// The functions that SQLite needs to calculate what PostgreSQL and C# do. Decimals that do not fit whole numbers travel as
/// text; a result that does not fit fails the statement, which is the refusal out-of-range. Null gives null.
/// </summary>
internal static class SqliteFunctions
{
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);

    public static void Register(SqliteConnection connection)
    {
        RegisterText(connection);
        RegisterNumbers(connection);
        RegisterTimes(connection);
    }

    private static void RegisterText(SqliteConnection connection)
    {
        Add(connection, "regexp", 2, x => Pattern(x.Text(0)).IsMatch(x.Text(1)) );
        Add(connection, "upper", 1, x => TextForm.Upper(x.Text(0)));
        Add(connection, "lower", 1, x => TextForm.Lower(x.Text(0)));
        Add(connection, "trim", 1, x => TextForm.Trim(x.Text(0)));
        Add(connection, "nfc", 1, x => TextForm.Nfc(x.Text(0)));
        Add(connection, "fts_words", 1, x => SearchText.Words(x.Text(0)));
    }

    private static void RegisterNumbers(SqliteConnection connection)
    {
        Add(connection, "decimal_add", 2, x => x.Decimal(0) + x.Decimal(1));
        Add(connection, "decimal_subtract", 2, x => x.Decimal(0) - x.Decimal(1));
        Add(connection, "decimal_multiply", 2, x => x.Decimal(0) * x.Decimal(1));
        Add(connection, "decimal_compare", 2, x => (long)x.Decimal(0).CompareTo(x.Decimal(1)));
        Add(connection, "decimal_round", 3, x => Numbers.Round(x.Decimal(0), x.Int(1), x.Half(2)));
        Add(connection, "decimal_quotient", 4, x => Numbers.RoundQuotient(x.Decimal(0), x.Decimal(1), x.Int(2), x.Half(3)));
        Add(connection, "decimal_fit", 3, x => Numbers.Fit(x.Decimal(0), x.Int(1), x.Int(2)));
        Add(connection, "decimal_scaled", 2, x => ScaledDecimal.FromLong(x.Long(0), x.Int(1)));
        Add(connection, "decimal_unscaled", 2, x => ScaledDecimal.ToLong(x.Decimal(0), x.Int(1)));
        connection.CreateAggregate<string?, decimal, string>(
            "decimal_sum",
            0m,
            (sum, item) => item is null ? sum : sum + decimal.Parse(item, CultureInfo.InvariantCulture),
            sum => sum.ToString(CultureInfo.InvariantCulture),
            isDeterministic: true);
    }

    private static void RegisterTimes(SqliteConnection connection)
    {
        Add(connection, "add_months", 2, x => Times.AddMonths(x.Date(0), x.Long(1)));
        Add(connection, "days_between", 2, x => (long)Times.Days(x.Date(0), x.Date(1)));
        Add(connection, "instant_of", 3, x => Times.InstantOf(x.Date(0), x.Time(1), x.Text(2)));
        Add(connection, "date_of", 2, x => Times.DateOf(x.Instant(0), x.Text(1)));
        Add(connection, "time_of", 2, x => Times.TimeOf(x.Instant(0), x.Text(1)));
    }

    // With a fixed number of arguments, because only then a function takes the place of SQLite's own of the same name.
    private static void Add(SqliteConnection connection, string name, int count, Func<SqliteArguments, object> function)
    {
        switch (count)
        {
            case 1:
                connection.CreateFunction<object, object?>(name, a => Call(function, a), isDeterministic: true);
                break;
            case 2:
                connection.CreateFunction<object, object, object?>(name, (a, b) => Call(function, a, b), isDeterministic: true);
                break;
            case 3:
                connection.CreateFunction<object, object, object, object?>(
                    name, (a, b, c) => Call(function, a, b, c), isDeterministic: true);
                break;
            default:
                connection.CreateFunction<object, object, object, object, object?>(
                    name, (a, b, c, d) => Call(function, a, b, c, d), isDeterministic: true);
                break;
        }
    }

    private static object? Call(Func<SqliteArguments, object> function, params object?[] values)
    {
        if (Array.Exists(values, value => value is null or DBNull))
        {
            return null;
        }

        try
        {
            return SqliteArguments.Stored(function(new(values)));
        }
        catch (OverflowException e)
        {
            throw new SqliteException(e.Message, raw.SQLITE_TOOBIG);
        }
    }

    private static Regex Pattern(string pattern) =>
        Patterns.GetOrAdd(pattern, text => new Regex(text, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking));
}
