namespace Ashlar.Kernel;

/// <summary>The ticks of schedules, in the calendar of a time zone.</summary>
public static class Every
{
    /// <summary>Each day at a time; where the clock is put forward over it, at the first moment after.</summary>
    public static Func<DateTimeOffset, DateTimeOffset> Day(TimeOnly at, string zone) => after =>
    {
        for (var day = Times.DateOf(after, zone); ; day = day.AddDays(1))
        {
            if (Times.InstantOf(day, at, zone) is var tick && tick > after)
            {
                return tick;
            }
        }
    };

    /// <summary>Each week on a day at a time.</summary>
    public static Func<DateTimeOffset, DateTimeOffset> Week(DayOfWeek on, TimeOnly at, string zone) => after =>
    {
        for (var day = Times.DateOf(after, zone); ; day = day.AddDays(1))
        {
            if (day.DayOfWeek == on && Times.InstantOf(day, at, zone) is var tick && tick > after)
            {
                return tick;
            }
        }
    };

    /// <summary>Each month on a day at a time; on its last day where it is shorter.</summary>
    public static Func<DateTimeOffset, DateTimeOffset> Month(int on, TimeOnly at, string zone) => after =>
    {
        var today = Times.DateOf(after, zone);
        for (var month = new DateOnly(today.Year, today.Month, 1); ; month = month.AddMonths(1))
        {
            var day = month.AddDays(Math.Min(on, DateTime.DaysInMonth(month.Year, month.Month)) - 1);
            if (Times.InstantOf(day, at, zone) is var tick && tick > after)
            {
                return tick;
            }
        }
    };

    /// <summary>Each time that so much time has gone by, counted from the beginning of 1970.</summary>
    public static Func<DateTimeOffset, DateTimeOffset> Period(TimeSpan period) => after =>
        DateTimeOffset.UnixEpoch + (period * (((after - DateTimeOffset.UnixEpoch).Ticks / period.Ticks) + 1));
}
