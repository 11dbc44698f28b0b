using Ashlar.Core.Model;
using Ashlar.Core.Text;

namespace Ashlar.Core.Analysis.Graphs;

/// <summary>The state fields of a model, and which states lead where.</summary>
internal static class StateFields
{
    public static IEnumerable<(Entity Entity, Field Field, StateMachine Machine)> Of(SystemModel model)
    {
        foreach (var entity in model.Entities)
        {
            foreach (var field in entity.Fields)
            {
                if (field.State is { } machine)
                {
                    yield return (entity, field, machine);
                }
            }
        }
    }

    /// <summary>The given states and all that transitions lead to from them.</summary>
    public static HashSet<string> Reached(StateMachine machine, IEnumerable<string> from)
    {
        var reached = new HashSet<string>(from, StringComparer.Ordinal);
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var state))
        {
            foreach (var transition in machine.Transitions)
            {
                if (string.Equals(transition.From, state, StringComparison.Ordinal) && reached.Add(transition.To))
                {
                    open.Enqueue(transition.To);
                }
            }
        }

        return reached;
    }

    /// <summary>Where a state is spoken of: a transition from it, else one to it, else the whole declaration.</summary>
    public static Origin OriginOf(StateMachine machine, string state)
    {
        var from = machine.Transitions.FirstOrDefault(one => string.Equals(one.From, state, StringComparison.Ordinal));
        var to = machine.Transitions.FirstOrDefault(one => string.Equals(one.To, state, StringComparison.Ordinal));
        return from?.Origin ?? to?.Origin ?? machine.Origin;
    }
}
