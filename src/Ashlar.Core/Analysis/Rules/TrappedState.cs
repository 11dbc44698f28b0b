using Ashlar.Core.Analysis.Graphs;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A state that is not final and from which no final state, or no other state at all, can be reached.</summary>
internal sealed class TrappedState : ModelRule
{
    public override Severity Severity => Severity.Warning;

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var (entity, field, machine) in StateFields.Of(facts.Model))
        {
            foreach (var state in machine.States.Where(state => IsTrap(machine, state)))
            {
                var origin = StateFields.OriginOf(machine, state);
                var hasExit = HasExit(machine, state);
                report.Add(At(origin, $"{Article.Of(entity.Name.Name)} that is `{state}` never reaches an end")
                    .WithLabel(hasExit ? $"leads from `{state}` to no final state" : $"nothing leads on from `{state}`")
                    .WithHelp($"add a transition from `{state}`, or name it among the states after `final`")
                    .About($"{entity.Name}.{field.Name}"));
            }
        }
    }

    private static bool IsTrap(StateMachine machine, string state)
    {
        if (machine.Final.Contains(state, StringComparer.Ordinal))
        {
            return false;
        }

        return !HasExit(machine, state)
            || (!machine.Final.IsEmpty && !StateFields.Reached(machine, [state]).Overlaps(machine.Final));
    }

    private static bool HasExit(StateMachine machine, string state) =>
        machine.Transitions.Any(transition => string.Equals(transition.From, state, StringComparison.Ordinal));
}
