using Ashlar.Core.Analysis.Conditions;
using Ashlar.Core.Analysis.Requirements;
using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A requirement that refuses nothing.</summary>
internal sealed class RequireAlwaysHolds : ModelRule
{
    public override Severity Severity => Severity.Warning;

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var asked in Requirement.Of(facts.Model).Where(one => one.IsAsked(facts.Solver)))
        {
            if (!facts.Solver.CanHold([.. asked.Given, Goal.Fails(asked.Condition)]))
            {
                var (action, step) = (asked.Action, asked.Step);
                report.Add(At(step.Condition.Origin, $"`{step.Name}` never refuses `{action.Name.Name}`")
                    .WithLabel(asked.IsFirst ? "is true whatever is given" : "is true once what stands before it is")
                    .WithHelp("change the condition, or remove the requirement")
                    .About($"{action.Name}.{step.Name}"));
            }
        }
    }
}
