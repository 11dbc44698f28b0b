using System.Collections.Immutable;
using Ashlar.Core.Analysis.Conditions;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Statements;

namespace Ashlar.Core.Analysis.Requirements;

/// <summary>A requirement of an action, and what holds where it is asked because requirements before it passed.</summary>
internal sealed record Requirement(
    ActionDefinition Action, RequireStatement Step, Expression Condition, ImmutableArray<Goal> Given)
{
    /// <summary>Those before the steps are asked one after the other; those among the steps alone.</summary>
    public static IEnumerable<Requirement> Of(SystemModel model)
    {
        foreach (var action in model.Actions)
        {
            var terms = new ActionTerms(model, action);
            var given = terms.Given;
            foreach (var step in action.Requires)
            {
                var condition = terms.Rewrite(step.Condition);
                yield return new Requirement(action, step, condition, given) { IsFirst = given == terms.Given };
                given = given.Add(Goal.Holds(condition));
            }

            foreach (var step in StatementTree.All(action.Body).OfType<RequireStatement>())
            {
                yield return new Requirement(action, step, terms.Rewrite(step.Condition), terms.Given) { IsFirst = true };
            }
        }
    }

    /// <summary>No other requirement is known to have passed before it.</summary>
    public bool IsFirst { get; init; }

    /// <summary>What follows one that never passes is never asked, and is no finding of its own.</summary>
    public bool IsAsked(ConditionSolver solver) => IsFirst || solver.CanHold(Given);
}
