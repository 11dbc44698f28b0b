using Ashlar.Core.Analysis.Conditions;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A check that no row can pass, alone or together with the checks above it.</summary>
internal sealed class CheckNeverHolds : ModelRule
{
    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var entity in facts.Model.Entities)
        {
            // Where all of them can hold at once, so can each.
            if (!CanHold(facts, entity.Checks))
            {
                CheckEach(facts, entity, report);
            }
        }
    }

    private static bool CanHold(ModelFacts facts, IEnumerable<Check> checks) =>
        facts.Solver.CanHold(checks.Select(check => Goal.Holds(check.Condition)));

    private void CheckEach(ModelFacts facts, Entity entity, DiagnosticBag report)
    {
        var above = new List<Check>();
        foreach (var check in entity.Checks)
        {
            if (!CanHold(facts, [check]))
            {
                report.Add(FoundAlone(entity, check));
            }
            else if (above.Count > 0 && !CanHold(facts, above.Append(check)))
            {
                report.Add(FoundTogether(facts, entity, above, check));
            }
            else
            {
                above.Add(check);
            }
        }
    }

    private Diagnostic FoundAlone(Entity entity, Check check) =>
        At(check.Condition.Origin, $"no `{entity.Name.Name}` can pass the check `{check.Name}`")
            .WithLabel("is false whatever the fields hold")
            .WithHelp("change the condition, or the bounds of the fields that it compares")
            .About($"{entity.Name}.{check.Name}");

    private Diagnostic FoundTogether(ModelFacts facts, Entity entity, List<Check> above, Check check)
    {
        var found = At(check.Condition.Origin, $"no `{entity.Name.Name}` can pass `{check.Name}` and the checks above it")
            .WithLabel("contradicts the others")
            .WithHelp("change one of the conditions")
            .About($"{entity.Name}.{check.Name}");
        var own = Goal.Holds(check.Condition);
        var opponents = above.Where(other => !facts.Solver.CanHold(Goal.Holds(other.Condition), own)).ToList();
        foreach (var other in opponents.Count > 0 ? opponents : above)
        {
            found = found.WithRelated(other.Condition.Origin.Location, $"asks for the opposite in `{other.Name}`");
        }

        return found;
    }
}
