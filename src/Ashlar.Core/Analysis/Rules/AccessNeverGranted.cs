using Ashlar.Core.Analysis.Access;
using Ashlar.Core.Analysis.Conditions;
using Ashlar.Core.Analysis.Requirements;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>An access rule whose condition no row and caller fulfil.</summary>
internal sealed class AccessNeverGranted : ModelRule
{
    public override Severity Severity => Severity.Warning;

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var entity in facts.Model.Entities.Where(entity => entity.Access.Kind == AccessKind.Rules))
        {
            foreach (var rule in entity.Access.Rules)
            {
                if (rule.Where is { } where && !Grants.ComparesTwoRows(where)
                    && !facts.Solver.CanHold([.. rule.Audience.Given(), Goal.Holds(where)]))
                {
                    report.Add(At(where.Origin, $"this condition never lets {rule.Audience.Describe()} in")
                        .WithLabel("is false for every row and caller")
                        .WithRelated(rule.Origin.Location, "the rule grants nothing")
                        .WithHelp("remove the rule, or mend its condition")
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
                if (rule.Where is { } where && !facts.Solver.CanHold([.. given, Goal.Holds(terms.Rewrite(where))]))
                {
                    report.Add(At(where.Origin, $"this condition never lets {rule.Audience.Describe()} run `{action.Name.Name}`")
                        .WithLabel("is false whatever is given")
                        .WithRelated(rule.Origin.Location, "the rule grants nothing")
                        .WithHelp("remove the rule, or mend its condition")
                        .About($"{action.Name}"));
                }
            }
        }
    }
}
