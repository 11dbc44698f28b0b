using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Syntax;

/// <summary>What starts by the clock.</summary>
public sealed partial class Parser
{
    /// <summary>`start every day at "02:00" missed skip`.</summary>
    private ScheduleSyntax ParseSchedule()
    {
        var start = Take().Span.Start;
        Take();
        var schedule = ParsePeriod();
        return schedule with { Missed = TryTakeWord("missed") ? ParseMissed() : null, Span = SpanFrom(start) };
    }

    /// <summary>`day at "02:00"`, `week on Monday at "09:00"`, `month on 31 at "23:30"`, `15m`.</summary>
    private ScheduleSyntax ParsePeriod()
    {
        if (Kind != TokenKind.Word)
        {
            return new ScheduleSyntax(default) { Length = ParseUnary() };
        }

        var unit = ParseName();
        var schedule = new ScheduleSyntax(default) { Unit = unit };
        if (unit.Text is "week" or "month" && (ExpectWord("on") || MayContinue))
        {
            schedule = unit.Text == "week" ? schedule with { Weekday = ParseName() } : schedule with { Day = ParseNumber() };
        }

        return ExpectWord("at") || MayContinue ? schedule with { At = ParseText() } : schedule;
    }

    /// <summary>`skip`, `run last` or `run all`.</summary>
    private NameSyntax ParseMissed()
    {
        var start = Current.Span.Start;
        return TryTakeWord("run") && ParseName() is { IsMissing: false } which
            ? new NameSyntax($"run {which.Text}", SpanFrom(start))
            : Previous.Span.Start == start ? MissingName : ParseName();
    }
}
