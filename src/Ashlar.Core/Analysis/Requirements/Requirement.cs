using System.Collections.Immutable;
using Ashlar.Core.Analysis.Conditions;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Statements;

namespace Ashlar.Core.Analysis.Requirements;

/// <summary>A requirement of an action, and what holds where it is asked because requirements before it passed.</summary>
internal sealed record Requirement(ActionDefinition Action, RequireStatement Step, ImmutableArray<Goal> Given)
{
    /// <summary>Those before the steps are asked one after the other; those among the steps alone.</summary>
    public static IEnumerable<Requirement> Of(SystemModel model)
    {
        foreach (var action in model.Actions)
        {
            var given = ImmutableArray<Goal>.Empty;
            foreach (var step in action.Requires)
            {
                yield return new Requirement(action, step, given);
                given = given.Add(Goal.Holds(step.Condition));
            }

            foreach (var step in StatementTree.All(action.Body).OfType<RequireStatement>())
            {
                yield return new Requirement(action, step, []);
            }
        }
    }

    /// <summary>What follows one that never passes is never asked, and is no finding of its own.</summary>
    public bool IsAsked(ConditionSolver solver) => Given.IsEmpty || solver.CanHold(Given);
}
