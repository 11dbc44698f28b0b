using Ashlar.Core.Analysis.Graphs;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Workflows;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>Steps that lead back to themselves, as often as it happens.</summary>
internal sealed class LoopWithoutBound : ModelRule
{
    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var workflow in facts.Model.Workflows)
        {
            var steps = workflow.Steps.Select(step => step.Name).ToList();
            foreach (var circle in Cycles.Find(steps, step => Unbounded(workflow, step), next => next))
            {
                Report(workflow, [circle[^1], .. circle], report);
            }
        }
    }

    private void Report(Workflow workflow, IReadOnlyList<string> circle, DiagnosticBag report)
    {
        var last = workflow.Step(circle[^2]);
        report.Add(At(last?.Origin ?? workflow.Origin, $"the way from `{circle[^2]}` back to `{circle[0]}` has no bound")
            .WithLabel($"leads on for ever: {string.Join(" → ", circle.Select(name => $"`{name}`"))}")
            .WithHelp($"bound the way back, as in `then {circle[0]} at most 5 else go GiveUp`")
            .About($"{workflow.Name}"));
    }

    /// <summary>The steps to which a way leads that is taken as often as it is come to.</summary>
    private static IEnumerable<string> Unbounded(Workflow workflow, string name) => workflow.Step(name) is { } step
        ? step.Targets().Except(step.Ways.Where(way => way.Bound is not null).Select(way => way.Target), StringComparer.Ordinal)
            .Where(target => workflow.Step(target) is not null)
        : [];
}
