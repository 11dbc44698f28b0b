using Microsoft.Data.Sqlite;

namespace Ashlar.Kernel;

/// <summary>Functions on dates, moments and durations.</summary>
internal static class SqliteTimeFunctions
{
    /// <summary>Milliseconds of the longest <see cref="TimeSpan"/>.</summary>
    private const long LongestDuration = 922337203685477;

    public static void Register(SqliteConnection connection)
    {
        SqliteFunctions.Add(connection, "date_weekday", 1, x => x.Date(0).DayOfWeek.ToString());
        SqliteFunctions.Add(connection, "date_add_months", 2, x => Times.AddMonths(x.Date(0), x.Long(1)));
        SqliteFunctions.Add(connection, "instant_add", 2, x => Times.Add(x.Instant(0), TimeSpan.FromMilliseconds(x.Long(1))));
        SqliteFunctions.Add(connection, "instant_of", 3, x => Times.InstantOf(x.Date(0), x.Time(1), x.Text(2)));
        SqliteFunctions.Add(connection, "instant_date", 2, x => Times.DateOf(x.Instant(0), x.Text(1)));
        SqliteFunctions.Add(connection, "instant_time", 2, x => Times.TimeOf(x.Instant(0), x.Text(1)));
        SqliteFunctions.Add(connection, "duration_checked", 1, x => WithinLongest(x.Long(0)));
    }

    private static long WithinLongest(long milliseconds) => milliseconds is >= -LongestDuration and <= LongestDuration
        ? milliseconds
        : throw new OverflowException("The duration is too long.");
}
