using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Workflows;
using Ashlar.Core.Text;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A task, a wait or the tries of a call that may take longer than the whole instance.</summary>
internal sealed class LimitBeyondDeadline : ModelRule
{
    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var workflow in facts.Model.Workflows)
        {
            foreach (var limit in workflow.Steps.SelectMany(LimitsOf).Where(limit => limit.Time >= workflow.Limit?.Time))
            {
                report.Add(At(limit.At, $"this limit is never met: all of `{workflow.Name.Name}` takes less time")
                    .WithLabel("the instance has ended before")
                    .WithRelated((workflow.Limit?.Origin ?? limit.At).Location, "the limit of the instance")
                    .WithHelp("write a shorter one, or give the instance more time")
                    .About($"{workflow.Name}"));
            }
        }
    }

    private static IEnumerable<(TimeSpan Time, Origin At)> LimitsOf(WorkflowStep step) =>
    [
        .. new[] { step.Limit, (step.Work as WaitWork)?.Limit }.OfType<StepLimit>().Select(limit => (limit.Time, limit.Origin)),
        .. new[] { (step.Work as CallWork)?.Retry }.OfType<RetryRule>().Where(retry => retry.Tries > 1)
            .Select(retry => (retry.Within, retry.Origin)),
    ];
}
