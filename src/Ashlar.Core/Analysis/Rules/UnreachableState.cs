using Ashlar.Core.Analysis.Graphs;
using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A state that no transition from an initial state leads to.</summary>
internal sealed class UnreachableState : ModelRule
{
    public override Severity Severity => Severity.Warning;

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var (entity, field, machine) in StateFields.Of(facts.Model))
        {
            var reached = StateFields.Reached(machine, machine.Initial);
            foreach (var state in machine.States.Where(state => !reached.Contains(state)))
            {
                report.Add(At(StateFields.OriginOf(machine, state), $"no `{entity.Name.Name}` can ever be `{state}`")
                    .WithLabel($"no transition from an initial state leads to `{state}`")
                    .WithHelp($"add a transition to `{state}`, or name it among the states after `initial`")
                    .About($"{entity.Name}.{field.Name}"));
            }
        }
    }
}
