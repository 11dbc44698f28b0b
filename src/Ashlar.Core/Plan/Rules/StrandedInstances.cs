using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Workflows;

namespace Ashlar.Core.Plan.Rules;

/// <summary>Instances of a workflow may stand at a step from which the changed workflow does not go on.</summary>
internal sealed class StrandedInstances : Rule
{
    private const string Reason = "It goes on there.";

    public static Diagnostic At(WorkflowChange change, InstancePosition position)
    {
        var after = change.After ?? throw new InvalidOperationException("a workflow that is gone strands nobody");
        var step = $"{change.Before.Name.Name}.{position.Step}";
        var place = after.Step(position.Target ?? "")?.Origin ?? after.Origin;
        var found = Diagnostic.Of<StrandedInstances>(place.Location, Problem(after, position, step))
            .About(WorkflowChanges.PathOf(change.Before, position.Step).Path);
        found = position.Target is null
            ? found.WithLabel($"had the step `{position.Step}`")
                .WithHelp($"write `was {position.Step}` behind the step that it is now, if it was renamed")
            : found.WithLabel("instances come here without it")
                .WithHelp($"say what they get: `{Fill(after, position)}` in a block `change {{ … }}`");
        var elsewhere = Elsewhere(change, after, position).Take(3).ToList();
        var first = elsewhere.Count > 0 ? elsewhere[0] : "STEP";
        found = found.WithHelp($"send them elsewhere: `{Move(step, first)}` in a block `change {{ … }}`");
        return elsewhere.Aggregate(found, (whole, target) => whole.WithFix(
            ChangeText.Adding(place, Move(step, target), $"send instances at `{position.Step}` to `{target}`")));
    }

    private static string Problem(Workflow after, InstancePosition position, string step) => position.Target is { } target
        ? $"instances at `{step}` lack `{position.Lacks[0]}`, which "
            + $"`{new StepKnowledge(after).UserOf(target, position.Lacks[0])}` cannot do without"
        : $"instances may stand at `{step}`, which is gone";

    private static string Fill(Workflow after, InstancePosition position) =>
        ChangeText.Of($"fill {after.Name.Name}.{position.Lacks[0]} = VALUE", "REASON");

    private static string Move(string step, string target) => ChangeText.Of($"move {step} to {target}", Reason);

    /// <summary>Steps where instances of the position have all that they need; ends last.</summary>
    private static IEnumerable<string> Elsewhere(WorkflowChange change, Workflow after, InstancePosition position)
    {
        var old = new StepKnowledge(change.Before).Has(position.Step);
        var now = new StepKnowledge(after);
        var has = change.Kept.Where(value => old.Contains(value.Before.Variable.Name) && !value.Before.Variable.Type.IsNullable)
            .Select(value => value.After.Variable.Name).ToHashSet(StringComparer.Ordinal);
        return after.Steps.Where(step => step.Name != position.Target && now.Needs(step.Name).All(has.Contains))
            .Select(step => step.Name).Reverse().Concat(after.Ends);
    }
}
