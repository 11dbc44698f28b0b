using Ashlar.Core.Model;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Modules;

/// <summary>What the class of a module says of actions that start by the clock.</summary>
internal static class ScheduleServices
{
    public static bool Has(Emission emission, Module module) =>
        emission.ActionsOf(module).Any(action => action.Schedule is not null);

    public static Code List(Emission emission, Module module) => Code.When(Has(emission, module), () => Code.Of($$"""
        /// <summary>The actions that start by the clock.</summary>
        public static IReadOnlyList<FlowSchedule> Schedules { get; } =
        [
            {{Code.Lines(emission.ActionsOf(module).SelectMany(action => Entries(emission, action)))}}
        ];
        """));

    private static IEnumerable<Code> Entries(Emission emission, ActionDefinition action)
    {
        if (action.Schedule is not { } schedule)
        {
            yield break;
        }

        var ticks = schedule.Period.Accept(new Ticks(emission.Model.TimeZone));
        var missed = Code.When(
            schedule.Missed != MissedTicks.RunLast,
            () => Code.Of($" with {{ Missed = Missed.{Ident.Of($"{schedule.Missed}")} }}"));
        yield return Code.Of($"""
            FlowSchedule.Of({Lit.Of($"{action.Name}")}, {ticks}, {Names.Type(action.Name)}.RunAsync){missed},
            """);
    }

    /// <summary>`Every.Day(new TimeOnly(2, 0), "Europe/Paris")`.</summary>
    private sealed class Ticks(string zone) : ISchedulePeriodVisitor<Code>
    {
        public Code Visit(DailyPeriod period) => Code.Of($"Every.Day({Time(period.At)}, {Lit.Of(zone)})");

        public Code Visit(WeeklyPeriod period) =>
            Code.Of($"Every.Week(DayOfWeek.{Ident.Of($"{period.On}")}, {Time(period.At)}, {Lit.Of(zone)})");

        public Code Visit(MonthlyPeriod period) => Code.Of($"Every.Month({period.On}, {Time(period.At)}, {Lit.Of(zone)})");

        public Code Visit(ConstantPeriod period) =>
            Code.Of($"Every.Period(TimeSpan.FromSeconds({(long)period.Length.TotalSeconds}))");

        private static Code Time(TimeOnly at) => at.Second == 0
            ? Code.Of($"new TimeOnly({at.Hour}, {at.Minute})")
            : Code.Of($"new TimeOnly({at.Hour}, {at.Minute}, {at.Second})");
    }
}
