using Ashlar.Core.Analysis.Conditions;
using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A check that refuses nothing.</summary>
internal sealed class CheckAlwaysHolds : ModelRule
{
    public override Severity Severity => Severity.Warning;

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var entity in facts.Model.Entities)
        {
            foreach (var check in entity.Checks.Where(check => !facts.Solver.CanHold(Goal.Fails(check.Condition))))
            {
                report.Add(At(check.Condition.Origin, $"the check `{check.Name}` refuses no `{entity.Name.Name}`")
                    .WithLabel("is true whatever the fields hold")
                    .WithHelp("change the condition, or remove the check")
                    .About($"{entity.Name}.{check.Name}"));
            }
        }
    }
}
