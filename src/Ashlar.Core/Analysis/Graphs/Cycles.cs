using System.Collections.Immutable;

namespace Ashlar.Core.Analysis.Graphs;

/// <summary>Finds cycles: one shortest cycle for each group of nodes that all lead to each other.</summary>
internal static class Cycles
{
    /// <summary>
    /// The steps of each cycle, starting at the first node of the group in the given order. Tarjan's algorithm without
    /// recursion, so that a chain of any length is fine.
    /// </summary>
    public static IEnumerable<ImmutableArray<TStep>> Find<TNode, TStep>(
        IReadOnlyList<TNode> nodes, Func<TNode, IEnumerable<TStep>> stepsFrom, Func<TStep, TNode> targetOf)
        where TNode : notnull
    {
        foreach (var group in StrongComponents.Of(nodes, node => stepsFrom(node).Select(targetOf)))
        {
            if (ShortestFrom(group[0], group.ToHashSet(), stepsFrom, targetOf) is { IsEmpty: false } cycle)
            {
                yield return cycle;
            }
        }
    }

    private static ImmutableArray<TStep> ShortestFrom<TNode, TStep>(
        TNode start, HashSet<TNode> group, Func<TNode, IEnumerable<TStep>> stepsFrom, Func<TStep, TNode> targetOf)
        where TNode : notnull
    {
        var pathTo = new Dictionary<TNode, ImmutableArray<TStep>> { [start] = [] };
        var open = new Queue<TNode>([start]);
        while (open.TryDequeue(out var node))
        {
            foreach (var step in stepsFrom(node))
            {
                var target = targetOf(step);
                if (EqualityComparer<TNode>.Default.Equals(target, start))
                {
                    return pathTo[node].Add(step);
                }

                if (group.Contains(target) && pathTo.TryAdd(target, pathTo[node].Add(step)))
                {
                    open.Enqueue(target);
                }
            }
        }

        return [];
    }
}
