using System.Globalization;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds what starts by the clock.</summary>
internal static class ScheduleBinder
{
    private static readonly string[] TimeForms = ["HH:mm", "HH:mm:ss"];

    /// <summary>The schedule; null where it does not check, which is reported.</summary>
    public static Schedule? Bind(Site site, ScheduleSyntax node)
    {
        var missed = Missed(site, node);
        return Period(site, node) is { } period
            ? new Schedule(period, site.OriginOf(node)) { Missed = missed }
            : null;
    }

    private static SchedulePeriod? Period(Site site, ScheduleSyntax node)
    {
        if (node.Unit is not { } unit)
        {
            return Constant(site, node);
        }

        if (unit.IsMissing || !IsUnit(site, unit) || Time(site, node) is not { } at)
        {
            return null;
        }

        return unit.Text switch
        {
            "week" => Weekday(site, node) is { } day ? new WeeklyPeriod(day, at) : null,
            "month" => Day(site, node) is { } day ? new MonthlyPeriod(day, at) : null,
            _ => new DailyPeriod(at),
        };
    }

    private static bool IsUnit(Site site, NameSyntax unit)
    {
        if (unit.Text is "day" or "week" or "month")
        {
            return true;
        }

        site.Add(ScheduleForm.Unit(site, unit));
        return false;
    }

    private static ConstantPeriod? Constant(Site site, ScheduleSyntax node)
    {
        if (node.Length is LiteralSyntax { Kind: LiteralKind.Duration, Value: TimeSpan length }
            && length >= ScheduleForm.Shortest && length <= ScheduleForm.Longest)
        {
            return new ConstantPeriod(length);
        }

        if (node.Length is { } wrong and not MissingExpressionSyntax)
        {
            site.Add(ScheduleForm.Length(site, wrong));
        }

        return null;
    }

    private static TimeOnly? Time(Site site, ScheduleSyntax node)
    {
        if (node.At is not { } text)
        {
            return null;
        }

        if (TimeOnly.TryParseExact(text.Value, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        site.Add(ScheduleForm.Time(site, text));
        return null;
    }

    private static DayOfWeek? Weekday(Site site, ScheduleSyntax node)
    {
        if (node.Weekday is not { IsMissing: false } name)
        {
            return null;
        }

        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            if (string.Equals($"{day}", name.Text, StringComparison.Ordinal))
            {
                return day;
            }
        }

        site.Add(ScheduleForm.Weekday(site, name));
        return null;
    }

    private static int? Day(Site site, ScheduleSyntax node)
    {
        if (node.Day is not { } number)
        {
            return null;
        }

        if (number.Value is >= 1 and <= 31)
        {
            return (int)number.Value;
        }

        site.Add(ScheduleForm.Day(site, number));
        return null;
    }

    private static MissedTicks Missed(Site site, ScheduleSyntax node)
    {
        if (node.Missed is { IsMissing: false, Text: not ("run last" or "run all" or "skip") } wrong)
        {
            site.Add(ScheduleForm.Missed(site, wrong));
        }

        return node.Missed?.Text switch
        {
            "run all" => MissedTicks.RunAll,
            "skip" => MissedTicks.Skip,
            _ => MissedTicks.RunLast,
        };
    }
}
