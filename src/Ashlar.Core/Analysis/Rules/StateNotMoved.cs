using Ashlar.Core.Analysis.Graphs;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Text;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A transition that no action makes, of a state that actions do move.</summary>
internal sealed class StateNotMoved : ModelRule
{
    public override Severity Severity => Severity.Warning;

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        var moves = facts.Model.AllActions.SelectMany(action => action.Steps()).OfType<MoveStatement>().ToList();
        foreach (var (entity, field, machine) in StateFields.Of(facts.Model))
        {
            var own = moves.Where(move => move.Entity == entity.Name && move.Field == field.Name).ToList();
            if (own.Count > 0)
            {
                CheckMachine(entity, field, machine, own, report);
            }
        }
    }

    /// <summary>A state that nothing moves to is one finding, however many transitions lead to it.</summary>
    private void CheckMachine(
        Entity entity, Field field, StateMachine machine, List<MoveStatement> moves, DiagnosticBag report)
    {
        var symbol = $"{entity.Name}.{field.Name}";
        var row = Article.Of(entity.Name.Name);
        foreach (var leading in machine.Transitions.GroupBy(step => step.To, StringComparer.Ordinal))
        {
            if (!moves.Exists(move => move.To == leading.Key))
            {
                report.Add(Found(leading.First().Origin, $"no action moves {row} to `{leading.Key}`", symbol));
                continue;
            }

            foreach (var step in leading.Where(step => !moves.Exists(move => Follows(move, step))))
            {
                report.Add(Found(step.Origin, $"no action moves {row} from `{step.From}` to `{step.To}`", symbol));
            }
        }
    }

    private static bool Follows(MoveStatement move, Transition step) => move.To == step.To && move.From.Contains(step.From);

    private Diagnostic Found(Origin origin, string message, string symbol) =>
        At(origin, message)
            .WithLabel("never happens")
            .WithHelp("drop the transition, or move rows along it in an action")
            .About(symbol);
}
