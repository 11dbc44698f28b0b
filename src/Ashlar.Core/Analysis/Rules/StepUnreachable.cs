using Ashlar.Core.Analysis.Graphs;
using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A step or end of a workflow to which no way leads.</summary>
internal sealed class StepUnreachable : ModelRule
{
    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var workflow in facts.Model.Workflows)
        {
            var graph = new StepGraph(workflow);
            foreach (var step in workflow.Steps.Where(step => !graph.Reached.Contains(step.Name)))
            {
                report.Add(At(step.Origin, $"no way leads to the step `{step.Name}`")
                    .WithLabel("never begun")
                    .WithHelp($"write `then {step.Name}` in a step that leads to it, or remove it")
                    .About($"{workflow.Name}"));
            }

            foreach (var end in workflow.Ends.Where(end => !graph.Reached.Contains(end)))
            {
                report.Add(At(workflow.Origin, $"no way leads to the end `{end}`")
                    .WithLabel("the workflow that has it")
                    .WithHelp($"write `then {end}` in a step that leads to it, or remove it")
                    .About($"{workflow.Name}"));
            }
        }
    }
}
