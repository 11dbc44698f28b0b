namespace Ashlar.Kernel;

/// <summary>Arithmetic on dates and moments. What is beyond the years 1 to 9999 throws <see cref="OverflowException"/>.</summary>
public static class Times
{
    // Longer than any difference between a zone and UTC.
    private const long Window = 26 * TimeSpan.TicksPerHour;

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

    /// <summary>A duration a whole number of times.</summary>
    public static TimeSpan Multiply(TimeSpan duration, long times) => new(checked(duration.Ticks * times));

    /// <summary>The length of time between two moments.</summary>
    public static TimeSpan Between(DateTimeOffset from, DateTimeOffset until) => until - from;

    /// <summary>
    /// The moment when clocks in a zone show a date and time. Where they skip it, the first moment after the gap; where they
    /// show it twice, the first of the two.
    /// </summary>
    public static DateTimeOffset InstantOf(DateOnly date, TimeOnly time, string zone)
    {
        var place = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var shown = date.ToDateTime(time).Ticks;
        var before = OffsetAt(place, shown - Window);
        var after = OffsetAt(place, shown + Window);
        var first = Math.Min(shown - before, shown - after);
        var second = Math.Max(shown - before, shown - after);
        if (first + OffsetAt(place, first) == shown)
        {
            return Instant(first);
        }

        return Instant(second + OffsetAt(place, second) == shown ? second : EndOfGap(place, shown, before));
    }

    /// <summary>The date that clocks in a zone show.</summary>
    public static DateOnly DateOf(DateTimeOffset instant, string zone) => DateOnly.FromDateTime(Local(instant, zone));

    /// <summary>The time of day that clocks in a zone show.</summary>
    public static TimeOnly TimeOf(DateTimeOffset instant, string zone) => TimeOnly.FromDateTime(Local(instant, zone));

    private static DateTime Local(DateTimeOffset instant, string zone) =>
        Instant(instant.UtcTicks + OffsetAt(TimeZoneInfo.FindSystemTimeZoneById(zone), instant.UtcTicks)).DateTime;

    // Clocks change at most once in the window around a time that they skip, from the offset before to the one after.
    private static long EndOfGap(TimeZoneInfo place, long shown, long before)
    {
        var (early, late) = (shown - Window, shown + Window);
        while (late - early > TimeSpan.TicksPerMillisecond)
        {
            var middle = early + ((late - early) / 2);
            (early, late) = OffsetAt(place, middle) == before ? (middle, late) : (early, middle);
        }

        return late - (late % TimeSpan.TicksPerMillisecond);
    }

    // Only the way from UTC is used: the way back in .NET does not know gaps that come from a change of the zone itself. The time
    // zone database vouches for what was since 1970; before that a zone keeps the offset with which it entered that year.
    private static long OffsetAt(TimeZoneInfo place, long utc) =>
        place.GetUtcOffset(new DateTime(Math.Clamp(utc, DateTime.UnixEpoch.Ticks, DateTime.MaxValue.Ticks),
            DateTimeKind.Utc)).Ticks;

    private static DateTimeOffset Instant(long ticks) => ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks
        ? new(ticks, TimeSpan.Zero)
        : throw new OverflowException("The moment is beyond the years 1 to 9999.");
}
