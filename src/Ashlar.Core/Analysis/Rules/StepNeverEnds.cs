using Ashlar.Core.Analysis.Graphs;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Workflows;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A step from which no way leads to an end: whoever comes there stays for ever.</summary>
internal sealed class StepNeverEnds : ModelRule
{
    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var workflow in facts.Model.Workflows)
        {
            Check(new StepGraph(workflow), report);
        }
    }

    /// <summary>Of the steps that never end the one that is come to first.</summary>
    private void Check(StepGraph graph, DiagnosticBag report)
    {
        var workflow = graph.Workflow;
        var paths = graph.PathsFrom(workflow.Steps[0].Name);
        var ending = EndingSteps(graph);
        var trapped = workflow.Steps.Where(step => graph.Reached.Contains(step.Name) && !ending.Contains(step.Name))
            .MinBy(step => paths[step.Name].Count);
        if (trapped is not null && graph.Next(trapped.Name).All(next => workflow.Step(next) is not null))
        {
            report.Add(At(trapped.Origin, $"no end can be reached from the step `{trapped.Name}`")
                .WithLabel($"reached by {string.Join(" → ", paths[trapped.Name].Select(name => $"`{name}`"))}")
                .WithHelp(workflow.Ends is [var end, ..]
                    ? $"let one of its ways lead to `{end}` in the end"
                    : "declare an end, such as `end Done`, and lead to it")
                .About($"{workflow.Name}"));
        }
    }

    private static HashSet<string> EndingSteps(StepGraph graph)
    {
        var ending = graph.Workflow.Ends.ToHashSet(StringComparer.Ordinal);
        bool isChanged;
        do
        {
            var more = graph.Workflow.Steps
                .Where(step => !ending.Contains(step.Name) && graph.Next(step.Name).Any(ending.Contains)).ToList();
            isChanged = more.Count > 0;
            ending.UnionWith(more.Select(step => step.Name));
        }
        while (isChanged);

        return ending;
    }
}
