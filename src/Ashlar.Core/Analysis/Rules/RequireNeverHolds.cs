using Ashlar.Core.Analysis.Conditions;
using Ashlar.Core.Analysis.Requirements;
using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A requirement that lets nothing pass.</summary>
internal sealed class RequireNeverHolds : ModelRule
{
    public override Severity Severity => Severity.Warning;

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var asked in Requirement.Of(facts.Model).Where(one => one.IsAsked(facts.Solver)))
        {
            if (!facts.Solver.CanHold([.. asked.Given, Goal.Holds(asked.Condition)]))
            {
                var (action, step) = (asked.Action, asked.Step);
                report.Add(At(step.Condition.Origin, $"`{step.Name}` refuses `{action.Name.Name}` every time")
                    .WithLabel(asked.IsFirst ? "is false whatever is given" : "is false once what stands before it is true")
                    .WithHelp("change the condition")
                    .About($"{action.Name}.{step.Name}"));
            }
        }
    }
}
