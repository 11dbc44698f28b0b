namespace Ashlar.Core.Model.Workflows;

/// <summary>The graph of a workflow as a Mermaid flowchart.</summary>
public static class WorkflowPicture
{
    public static IEnumerable<string> Lines(Workflow workflow) =>
    [
        "flowchart TD",
        $"  start([{workflow.Start.Event.Name}]) --> {workflow.Steps[0].Name}",
        .. workflow.Steps.Select(step => $"  {Node(step)}"),
        .. workflow.Ends.Select(end => $"  {end}(({end}))"),
        .. workflow.Interrupts.Select(one => $"  anywhere([\"anywhere\"]) -->|\"on {one.Event.Name}\"| {one.Target}"),
        .. workflow.Steps.SelectMany(step => Ways(step).Select(way => $"  {step.Name} {way}")),
    ];

    /// <summary>What a step does, in a few words.</summary>
    public static string KindOf(WorkflowStep step) => step.Work switch
    {
        TaskWork task => $"task for {task.Role}",
        WaitWork => "wait",
        CallWork call => $"call of {call.Call.Slot.Name}",
        _ when step.UndoesAll => "undo all",
        DoWork => "do",
        _ => "choose",
    };

    /// <summary>When and where the step goes on.</summary>
    public static IEnumerable<(string When, string Target)> Exits(WorkflowStep step) =>
    [
        .. step.Ways.SelectMany(way => way.Bound is { } bound
            ? new[] { (Condition(way), way.Target), ($"after {bound.Most} times", bound.Target) }
            : [(Condition(way), way.Target)]),
        .. step.Work is WaitWork wait
            ? wait.Events.Select(one => ($"on {one.Event.Name}", one.Target)).Concat(Late(wait.Limit)).Concat(At(wait.Until))
            : [],
        .. step.Work is CallWork call ? call.Failures.Select(failure => ($"on {failure.Failure}", failure.Target)) : [],
        .. Late(step.Limit),
    ];

    private static IEnumerable<string> Ways(WorkflowStep step) => Exits(step).Select(exit => exit.When.Length == 0
        ? $"--> {exit.Target}"
        : $"-->|\"{exit.When.Replace('"', '\'')}\"| {exit.Target}");

    private static IEnumerable<(string When, string Target)> Late(StepLimit? limit) =>
        limit is null ? [] : [($"after {Time(limit.Time)}", limit.Target)];

    private static IEnumerable<(string When, string Target)> At(WaitMoment? moment) =>
        moment is null ? [] : [($"at {ElementText.OnOneLine(moment.At.Origin)}", moment.Target)];

    private static string Condition(Way way) => way.When is { } condition ? ElementText.OnOneLine(condition.Origin) : "";

    private static string Node(WorkflowStep step) => step.Work switch
    {
        TaskWork => $"{step.Name}[/{step.Name}/]",
        WaitWork => $"{step.Name}{{{{{step.Name}}}}}",
        CallWork => $"{step.Name}[[{step.Name}]]",
        _ when step.UndoesAll => $"{step.Name}[{step.Name}]",
        DoWork => $"{step.Name}[{step.Name}]",
        _ => $"{step.Name}{{{step.Name}}}",
    };

    private static string Time(TimeSpan time) => time.Ticks % TimeSpan.TicksPerDay == 0 ? $"{time.Days}d"
        : time.Ticks % TimeSpan.TicksPerHour == 0 ? $"{(int)time.TotalHours}h"
        : time.Ticks % TimeSpan.TicksPerMinute == 0 ? $"{(int)time.TotalMinutes}m"
        : $"{(int)time.TotalSeconds}s";
}
