using Ashlar.Core.Analysis.Graphs;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Workflows;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A call that says how it is taken back, and no step behind it that takes it back; or the other way round.</summary>
internal sealed class UndoNeverRun : ModelRule
{
    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var workflow in facts.Model.Workflows)
        {
            var graph = new StepGraph(workflow);
            var calls = workflow.Steps.Where(step => step.Work is CallWork { Undo: not null }).ToList();
            foreach (var step in calls.Where(step => !LeadsBack(graph, step)))
            {
                report.Add(At((step.Work as CallWork)?.Undo?.Origin ?? step.Origin, $"nothing behind `{step.Name}` undoes it")
                    .WithLabel("never called")
                    .WithHelp("write `undo all` in the step that gives up, or leave this line out")
                    .About($"{workflow.Name}"));
            }

            foreach (var step in workflow.Steps.Where(step => step.UndoesAll && !calls.Any(call => IsBehind(graph, call, step))))
            {
                report.Add(At(step.Origin, $"`{step.Name}` undoes all, and there is nothing to undo")
                    .WithLabel("no call before it has an `undo`")
                    .WithHelp("say at the call how it is undone, as in `undo Refund { receipt: charge.receipt }`")
                    .About($"{workflow.Name}"));
            }
        }
    }

    private static bool LeadsBack(StepGraph graph, WorkflowStep step) =>
        graph.Workflow.Steps.Any(other => other.UndoesAll && IsBehind(graph, step, other));

    private static bool IsBehind(StepGraph graph, WorkflowStep call, WorkflowStep step) =>
        graph.PathsFrom(call.Name).ContainsKey(step.Name);
}
