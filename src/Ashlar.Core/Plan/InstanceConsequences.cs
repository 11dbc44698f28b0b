using Ashlar.Core.Model;
using Ashlar.Core.Model.Workflows;

namespace Ashlar.Core.Plan;

/// <summary>What a plan says about instances that have not ended: a line for each step where that is not plain.</summary>
internal static class InstanceConsequences
{
    public static IEnumerable<Consequence> Of(Correspondence pairs, ElementPath element, Workflow now)
    {
        if (WorkflowChanges.Of(pairs).FirstOrDefault(change => change.After?.Name == now.Name) is not { } change)
        {
            yield break;
        }

        var stay = change.Positions.Count(position => position is { Fate: PositionFate.Stays, IsDecided: true }
            && position.Step == position.Target);
        var all = stay == change.Positions.Count ? "all of them" : $"those at {stay} of {change.Positions.Count} steps";
        yield return Say(ChangeClass.Behavioural, element,
            $"the workflow `{element.Name}` goes another way; of its instances that have not ended, {all} stay where they are");
        foreach (var position in change.Positions)
        {
            if (Text(change, position) is { } text)
            {
                var grade = position.IsDecided ? ChangeClass.Behavioural : ChangeClass.Breaking;
                yield return Say(grade, WorkflowChanges.PathOf(change.Before, position.Step), text);
            }
        }

        foreach (var fill in change.Fills)
        {
            var value = fill.Value.Variable.Name;
            yield return Say(ChangeClass.Behavioural, WorkflowChanges.ValueOf(now, value),
                $"instances that lack `{now.Name.Name}.{value}` get {ElementText.OnOneLine(fill.Constant.Origin)}");
        }
    }

    private static string? Text(WorkflowChange change, InstancePosition position)
    {
        var at = $"instances at `{change.Before.Name.Name}.{position.Step}`";
        return position switch
        {
            { Target: null } => $"{at} have nowhere to go on",
            { IsDecided: false } => $"{at} lack `{string.Join("`, `", position.Lacks)}`",
            { Fate: PositionFate.Moves } => $"{at} go to `{position.Target}`",
            { Fate: PositionFate.BeginsAnew } => $"{at} begin `{position.Target}` anew, with its task or its wait",
            _ when position.Step != position.Target => $"{at} go on at `{position.Target}`, which it was",
            _ => null,
        };
    }

    private static Consequence Say(ChangeClass grade, ElementPath element, string text) =>
        new(ConsequencePart.Behaviour, grade, element, text);
}
