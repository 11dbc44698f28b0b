using System.Collections.Immutable;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Binding;

/// <summary>
/// Which names of earlier steps are known in a step: on every way to it, or on some. Found on the written graph, before
/// any expression is bound.
/// </summary>
internal sealed class StepFlow
{
    private readonly Dictionary<string, ImmutableHashSet<string>> _surely = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableHashSet<string>> _maybe = new(StringComparer.Ordinal);
    private readonly ILookup<string, StepEdge> _out;

    private StepFlow(ILookup<string, StepEdge> edges) => _out = edges;

    public static StepFlow Of(WorkflowSyntax workflow)
    {
        var names = workflow.Steps.Select(step => step.Name.Text).ToHashSet(StringComparer.Ordinal);
        var edges = workflow.Steps.SelectMany(step => StepEdges.Of(workflow, step)).Where(edge => names.Contains(edge.To));
        var flow = new StepFlow(edges.ToLookup(edge => edge.From, StringComparer.Ordinal));
        if (workflow.Steps is [var first, ..])
        {
            flow.Follow(first.Name.Text);
        }

        return flow;
    }

    /// <summary>Every way to the step gives the name.</summary>
    public bool IsSure(string step, string name) => _surely.GetValueOrDefault(step)?.Contains(name) is true;

    /// <summary>Some way to the step gives the name.</summary>
    public bool IsPossible(string step, string name) => _maybe.GetValueOrDefault(step)?.Contains(name) is true;

    /// <summary>The steps in an order in which each stands behind those that lead to it, as far as nothing leads back.</summary>
    public IEnumerable<StepSyntax> Ordered(WorkflowSyntax workflow)
    {
        var later = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<(string Step, bool IsDone)>();
        open.Push((workflow.Steps.FirstOrDefault()?.Name.Text ?? "", false));
        while (open.TryPop(out var next))
        {
            if (next.IsDone)
            {
                later.Add(next.Step);
            }
            else if (seen.Add(next.Step))
            {
                open.Push((next.Step, true));
                foreach (var edge in _out[next.Step])
                {
                    open.Push((edge.To, false));
                }
            }
        }

        var place = later.AsEnumerable().Reverse().Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i);
        return workflow.Steps.OrderBy(step => place.GetValueOrDefault(step.Name.Text, int.MaxValue));
    }

    private void Follow(string first)
    {
        var open = new Queue<string>([first]);
        _surely[first] = _maybe[first] = [];
        while (open.TryDequeue(out var step))
        {
            foreach (var edge in _out[step])
            {
                var surely = _surely[step].Union(edge.Gives);
                var maybe = _maybe[step].Union(edge.Gives);
                if (_surely.TryGetValue(edge.To, out var known))
                {
                    surely = known.Intersect(surely);
                    maybe = _maybe[edge.To].Union(maybe);
                    if (surely.Count == known.Count && maybe.Count == _maybe[edge.To].Count)
                    {
                        continue;
                    }
                }

                _surely[edge.To] = surely;
                _maybe[edge.To] = maybe;
                open.Enqueue(edge.To);
            }
        }
    }
}

/// <summary>A way from one step to another, and the names that are known when it is taken.</summary>
internal sealed record StepEdge(string From, string To, ImmutableArray<string> Gives);
