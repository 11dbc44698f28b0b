using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Workflows;
using Ashlar.Core.Text;

namespace Ashlar.Core.Plan;

/// <summary>
/// Whether an instance that waits at a step waits for the same in the new workflow. What a step does once it goes on takes no
/// part: nothing of that has happened yet.
/// </summary>
internal sealed class WorkComparison(Correspondence pairs, Workflow before, Workflow after)
{
    private readonly IReadOnlyDictionary<string, string> _names = new CarriedPairs(pairs, before, after).Kept()
        .ToDictionary(value => value.Before.Variable.Name, value => value.After.Variable.Name, StringComparer.Ordinal);

    /// <summary>With null the new step is an end.</summary>
    public bool IsSame(WorkflowStep old, WorkflowStep? now) => (old.Work, now?.Work) switch
    {
        (TaskWork was, TaskWork become) => IsTask(was, become),
        (WaitWork was, WaitWork become) => IsWait(was, become),
        (CallWork was, CallWork become) => IsCall(was, become),
        (TaskWork or WaitWork or CallWork, _) or (_, TaskWork or WaitWork or CallWork) => false,
        _ => now is not null,
    };

    /// <summary>Whether an instance hears the same at every step.</summary>
    public bool HearsSame() => IsSame(before.Interrupts, after.Interrupts);

    private bool IsTask(TaskWork old, TaskWork now) =>
        pairs.NewOf(new ElementPath(ElementKind.Role, old.Role))?.Path == now.Role && old.Asks == now.Asks;

    private bool IsCall(CallWork old, CallWork now) =>
        pairs.NewOf(new ElementPath(ElementKind.Slot, $"{old.Call.Slot}"))?.Path == $"{now.Call.Slot}";

    private bool IsWait(WaitWork old, WaitWork now) => IsSame(old.Events, now.Events)
        && (old.Until, now.Until) switch
        {
            (null, null) => true,
            ({ } was, { } become) => IsSame(was.At, become.At),
            _ => false,
        };

    private bool IsSame(ValueList<AwaitedEvent> old, ValueList<AwaitedEvent> now) => old.Count == now.Count
        && old.All(was => now.Any(become => IsSame(was, become)));

    private bool IsSame(AwaitedEvent old, AwaitedEvent now) =>
        pairs.NewOf(ElementPath.Of(ElementKind.Event, old.Event)) == ElementPath.Of(ElementKind.Event, now.Event)
        && old.Matches.Count == now.Matches.Count
        && old.Matches.Zip(now.Matches).All(match =>
            match.First.Field == match.Second.Field && IsSame(match.First.Value, match.Second.Value));

    private bool IsSame(Expression old, Expression now) => (old, now) switch
    {
        (Binary was, Binary become) => was.Operator == become.Operator && IsSame(was.Left, become.Left)
            && IsSame(was.Right, become.Right),
        (Variable was, Variable become) => _names.GetValueOrDefault(was.Name) == become.Name,
        _ => old == now,
    };
}
