namespace Ashlar.Kernel;

/// <summary>Arithmetic on dates and moments. A result beyond the years 1 to 9999 throws <see cref="OverflowException"/>.</summary>
public static class Times
{
    /// <summary>Months later; a day that the month does not have becomes its last one.</summary>
    public static DateOnly AddMonths(DateOnly date, long months)
    {
        try
        {
            return date.AddMonths(checked((int)months));
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new OverflowException("The date is beyond the years 1 to 9999.", e);
        }
    }

    /// <summary>The days from one date until another.</summary>
    public static int Days(DateOnly from, DateOnly until) => until.DayNumber - from.DayNumber;

    /// <summary>A moment later.</summary>
    public static DateTimeOffset Add(DateTimeOffset instant, TimeSpan duration)
    {
        try
        {
            return instant + duration;
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new OverflowException("The moment is beyond the years 1 to 9999.", e);
        }
    }

    /// <summary>The length of time between two moments.</summary>
    public static TimeSpan Between(DateTimeOffset from, DateTimeOffset until) => until - from;

    /// <summary>
    /// The moment when clocks in a zone show a date and time. Where they skip it, the first moment after the gap; where they
    /// show it twice, the first of the two.
    /// </summary>
    public static DateTimeOffset InstantOf(DateOnly date, TimeOnly time, string zone)
    {
        var place = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var local = date.ToDateTime(time);
        if (place.IsInvalidTime(local))
        {
            return EndOfGap(place, local);
        }

        var offset = place.IsAmbiguousTime(local) ? place.GetAmbiguousTimeOffsets(local).Max() : place.GetUtcOffset(local);
        var ticks = local.Ticks - offset.Ticks;
        return ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks
            ? new(ticks, TimeSpan.Zero)
            : throw new OverflowException("The moment is beyond the years 1 to 9999.");
    }

    /// <summary>The date that clocks in a zone show.</summary>
    public static DateOnly DateOf(DateTimeOffset instant, string zone) => DateOnly.FromDateTime(Local(instant, zone));

    /// <summary>The time of day that clocks in a zone show.</summary>
    public static TimeOnly TimeOf(DateTimeOffset instant, string zone) => TimeOnly.FromDateTime(Local(instant, zone));

    private static DateTime Local(DateTimeOffset instant, string zone) =>
        TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime;

    // Before the gap clocks show less than the wanted time, after it more: the first millisecond that shows more ends it.
    private static DateTimeOffset EndOfGap(TimeZoneInfo place, DateTime local)
    {
        var utc = new DateTimeOffset(local, TimeSpan.Zero).ToUnixTimeMilliseconds();
        var before = utc - (long)TimeSpan.FromHours(26).TotalMilliseconds;
        var after = utc + (long)TimeSpan.FromHours(26).TotalMilliseconds;
        while (after - before > 1)
        {
            var middle = before + ((after - before) / 2);
            var isAfter = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(middle), place).DateTime >= local;
            (before, after) = isAfter ? (before, middle) : (middle, after);
        }

        return DateTimeOffset.FromUnixTimeMilliseconds(after);
    }
}
