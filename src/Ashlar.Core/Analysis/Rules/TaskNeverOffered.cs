using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Workflows;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A task that no API shows to those who should do it.</summary>
internal sealed class TaskNeverOffered : ModelRule
{
    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        if (facts.Model.Apis.IsEmpty || facts.Model.Apis.Any(api => api.HasTasks))
        {
            return;
        }

        foreach (var workflow in facts.Model.Workflows)
        {
            if (workflow.Steps.FirstOrDefault(step => step.Work is TaskWork) is { } step)
            {
                report.Add(At(step.Origin, $"nobody can do the task of `{step.Name}`: no API offers tasks")
                    .WithLabel("waits until its time is over")
                    .WithHelp("write `expose tasks` in an API")
                    .About($"{workflow.Name}"));
            }
        }
    }
}
