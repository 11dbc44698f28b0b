using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Ashlar.Kernel;

/// <summary>
/// The functions that SQLite needs to calculate what PostgreSQL and C# do. A result that does not fit fails the statement, which
/// is the refusal out-of-range. Null gives null. They are deterministic, so that constraints and indexes may call them.
/// </summary>
internal static class SqliteFunctions
{
    public static void Register(SqliteConnection connection)
    {
        SqliteTextFunctions.Register(connection);
        SqliteNumberFunctions.Register(connection);
        SqliteDecimalFunctions.Register(connection);
        SqliteTimeFunctions.Register(connection);
    }

    public static void Add(SqliteConnection connection, string name, int count, Func<SqliteArguments, object?> function)
    {
        switch (count)
        {
            case 1:
                connection.CreateFunction<object, object?>(name, a => Call(function, a), isDeterministic: true);
                break;
            case 2:
                connection.CreateFunction<object, object, object?>(name, (a, b) => Call(function, a, b), isDeterministic: true);
                break;
            default:
                connection.CreateFunction<object, object, object, object?>(
                    name, (a, b, c) => Call(function, a, b, c), isDeterministic: true);
                break;
        }
    }

    private static object? Call(Func<SqliteArguments, object?> function, params object?[] values)
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
}
