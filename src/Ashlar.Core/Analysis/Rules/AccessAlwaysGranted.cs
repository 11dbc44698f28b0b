using Ashlar.Core.Analysis.Access;
using Ashlar.Core.Analysis.Conditions;
using Ashlar.Core.Analysis.Requirements;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>An access rule whose condition keeps nobody out.</summary>
internal sealed class AccessAlwaysGranted : ModelRule
{
    public override Severity Severity => Severity.Warning;

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var entity in facts.Model.Entities.Where(entity => entity.Access.Kind == AccessKind.Rules))
        {
            foreach (var rule in entity.Access.Rules)
            {
                if (rule.Where is { } where && !Grants.ComparesTwoRows(where)
                    && !facts.Solver.CanHold([.. rule.Audience.Given(), Goal.Fails(where)]))
                {
                    report.Add(At(where.Origin, $"this condition keeps out no row of `{entity.Name.Name}`")
                        .WithLabel($"is true for every row, for {rule.Audience.Describe()}")
                        .WithHelp("mend the condition, or remove it and grant every row openly")
                        .About($"{entity.Name}"));
                }
            }
        }

        CheckActions(facts, report);
    }

    private void CheckActions(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var action in facts.Model.Actions)
        {
            var terms = new ActionTerms(facts.Model, action);
            foreach (var rule in action.Access.Rules)
            {
                Goal[] given = [.. terms.Given, .. rule.Audience.Given()];
                if (rule.Where is { } where && !facts.Solver.CanHold([.. given, Goal.Fails(terms.Rewrite(where))]))
                {
                    report.Add(At(where.Origin, $"this condition keeps nobody from running `{action.Name.Name}`")
                        .WithLabel($"is true whatever is given, for {rule.Audience.Describe()}")
                        .WithHelp("mend the condition, or remove it and grant the action openly")
                        .About($"{action.Name}"));
                }
            }
        }
    }
}
