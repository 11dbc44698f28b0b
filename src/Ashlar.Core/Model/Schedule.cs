using Ashlar.Core.Text;

namespace Ashlar.Core.Model;

/// <summary>`start every day at "02:00"`: the ticks of a calendar, in the time zone of the system.</summary>
public sealed record Schedule(SchedulePeriod Period, Origin Origin)
{
    /// <summary>What is done about ticks at which nothing ran.</summary>
    public MissedTicks Missed { get; init; } = MissedTicks.RunLast;
}

/// <summary>How often, and when.</summary>
public abstract record SchedulePeriod
{
    private protected SchedulePeriod()
    {
    }

    public abstract T Accept<T>(ISchedulePeriodVisitor<T> visitor);
}

/// <summary>`every day at "02:00"`.</summary>
public sealed record DailyPeriod(TimeOnly At) : SchedulePeriod
{
    public override T Accept<T>(ISchedulePeriodVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`every week on Monday at "09:00"`.</summary>
public sealed record WeeklyPeriod(DayOfWeek On, TimeOnly At) : SchedulePeriod
{
    public override T Accept<T>(ISchedulePeriodVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`every month on 31 at "23:30"`; in shorter months it is the last day.</summary>
public sealed record MonthlyPeriod(int On, TimeOnly At) : SchedulePeriod
{
    public override T Accept<T>(ISchedulePeriodVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`every 15m`.</summary>
public sealed record ConstantPeriod(TimeSpan Length) : SchedulePeriod
{
    public override T Accept<T>(ISchedulePeriodVisitor<T> visitor) => visitor.Visit(this);
}

public interface ISchedulePeriodVisitor<out T>
{
    T Visit(DailyPeriod period);

    T Visit(WeeklyPeriod period);

    T Visit(MonthlyPeriod period);

    T Visit(ConstantPeriod period);
}

/// <summary>What is done about ticks at which nothing ran, because no process was there.</summary>
public enum MissedTicks
{
    /// <summary>The last of them is made up for.</summary>
    RunLast,

    /// <summary>Each of them is made up for, in their order.</summary>
    RunAll,

    /// <summary>They are left out.</summary>
    Skip,
}
