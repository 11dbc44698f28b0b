using System.Collections.Immutable;
using Ashlar.Core.Model.Expressions;

namespace Ashlar.Core.Model.Workflows;

/// <summary>
/// What every instance has that stands at a step, and what it has to have there so that it can go on. Only values that are
/// carried count: what no other step uses is not kept.
/// </summary>
public sealed class StepKnowledge
{
    private readonly Workflow _workflow;
    private readonly Dictionary<string, ImmutableHashSet<string>> _has = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableHashSet<string>> _needs = new(StringComparer.Ordinal);
    private readonly ILookup<string, (string To, ImmutableHashSet<string> Gives)> _ways;

    public StepKnowledge(Workflow workflow)
    {
        _workflow = workflow;
        _ways = workflow.Steps.SelectMany(step => WaysOf(step).Select(way => (From: step.Name, Way: way)))
            .ToLookup(one => one.From, one => one.Way, StringComparer.Ordinal);
        FollowOn();
        FollowBack();
    }

    /// <summary>The values that every way to the step has given; some may be null all the same.</summary>
    public IReadOnlySet<string> Has(string step) => _has.GetValueOrDefault(step) ?? [];

    /// <summary>The values that the step, or one behind it, cannot do without and that nothing on the way there gives.</summary>
    public IReadOnlySet<string> Needs(string step) => _needs.GetValueOrDefault(step) ?? [];

    /// <summary>A step of those behind this one, or itself, that cannot do without the value.</summary>
    public string UserOf(string step, string value)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { step };
        var open = new Queue<string>([step]);
        while (open.TryDequeue(out var next))
        {
            if (UsesOf(next).Contains(value))
            {
                return next;
            }

            foreach (var way in _ways[next].Where(way => !way.Gives.Contains(value) && seen.Add(way.To)))
            {
                open.Enqueue(way.To);
            }
        }

        return step;
    }

    private void FollowOn()
    {
        var first = _workflow.Steps[0].Name;
        _has[first] = Values([_workflow.Start.Name]);
        var open = new Queue<string>([first]);
        while (open.TryDequeue(out var step))
        {
            foreach (var (to, gives) in _ways[step])
            {
                var known = _has.GetValueOrDefault(to);
                var has = known is null ? _has[step].Union(gives) : known.Intersect(_has[step].Union(gives));
                if (known is null || has.Count < known.Count)
                {
                    _has[to] = has;
                    open.Enqueue(to);
                }
            }
        }
    }

    private void FollowBack()
    {
        for (var isMore = true; isMore;)
        {
            isMore = false;
            foreach (var step in _workflow.Steps.Reverse())
            {
                var needs = _ways[step.Name].Aggregate(
                    UsesOf(step.Name),
                    (needs, way) => needs.Union((_needs.GetValueOrDefault(way.To) ?? []).Except(way.Gives)));
                isMore |= needs.Count > (_needs.GetValueOrDefault(step.Name)?.Count ?? 0);
                _needs[step.Name] = needs;
            }
        }
    }

    private ImmutableHashSet<string> UsesOf(string step) => (_workflow.Step(step)?.Uses ?? [])
        .Where(variable => !variable.Type.IsNullable && _workflow.Carried.Any(value => value.Variable.Name == variable.Name))
        .Select(variable => variable.Name).ToImmutableHashSet(StringComparer.Ordinal);

    private IEnumerable<(string To, ImmutableHashSet<string> Gives)> WaysOf(WorkflowStep step)
    {
        var given = Values(step.Work?.GivenNames() ?? []);
        var exits = step.Ways.SelectMany(way => way.Bound is { } bound
            ? new[] { (way.Target, given), (bound.Target, given) }
            : [(way.Target, given)]);
        var events = ((step.Work as WaitWork)?.Events ?? []).Concat(_workflow.Interrupts)
            .Select(one => (one.Target, Values(one.Name is { } name ? [name] : [])));
        var failures = (step.Work as CallWork)?.Failures.Select(failure => (failure.Target, Values([])));
        var limits = new[] { (step.Work as WaitWork)?.LateTarget, step.Limit?.Target, _workflow.Limit?.Target }.OfType<string>()
            .Select(target => (target, Values([])));
        return exits.Concat(events).Concat(failures ?? []).Concat(limits);
    }

    private ImmutableHashSet<string> Values(IEnumerable<string> names)
    {
        var all = names.ToHashSet(StringComparer.Ordinal);
        return _workflow.Carried.Where(value => all.Contains(value.Name)).Select(value => value.Variable.Name)
            .ToImmutableHashSet(StringComparer.Ordinal);
    }
}
