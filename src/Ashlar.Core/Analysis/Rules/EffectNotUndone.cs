using Ashlar.Core.Analysis.Graphs;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Workflows;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A call that stays done although the workflow goes back, or fails, behind it.</summary>
internal sealed class EffectNotUndone : ModelRule
{
    public override Severity Severity => Severity.Warning;

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var workflow in facts.Model.Workflows)
        {
            var graph = new StepGraph(workflow);
            foreach (var step in workflow.Steps.Where(step => graph.Reached.Contains(step.Name)))
            {
                if (step.Work is CallWork { Undo: null } call && IsReversible(facts.Model, call.Call.Slot)
                    && WayBack(graph, step) is { } back)
                {
                    Report(workflow, step, call, back, report);
                }
            }
        }
    }

    private void Report(
        Workflow workflow, WorkflowStep step, CallWork call, IReadOnlyList<string> back, DiagnosticBag report)
    {
        var slot = call.Call.Slot.Name;
        var last = workflow.Step(back[^1]);
        report.Add(At(
                step.Origin,
                last?.UndoesAll is true
                    ? $"`{last.Name}` undoes all, but not what `{slot}` did"
                    : $"what `{slot}` did stays although `{back[^1]}` may fail")
            .WithLabel($"goes back by {string.Join(" → ", back.Select(name => $"`{name}`"))}")
            .WithHelp("add a line such as `undo Refund { receipt: paid.receipt }`, or say that the slot is irreversible")
            .About($"{workflow.Name}"));
    }

    private static bool IsReversible(SystemModel model, ElementName slot) =>
        model.Slot(slot) is { Effect.IsIrreversible: false };

    /// <summary>A shortest way on from a call that was done to a step that undoes all, or to another call.</summary>
    private static IReadOnlyList<string>? WayBack(StepGraph graph, WorkflowStep step) => step.Ways
        .SelectMany(way => new[] { way.Target, way.Bound?.Target }).OfType<string>().SelectMany(graph.PathsFrom)
        .Where(path => graph.Workflow.Step(path.Key) is { } reached && reached.Name != step.Name
            && (reached.UndoesAll || reached.Work is CallWork))
        .Select(path => (IReadOnlyList<string>)[step.Name, .. path.Value]).MinBy(path => path.Count);
}
