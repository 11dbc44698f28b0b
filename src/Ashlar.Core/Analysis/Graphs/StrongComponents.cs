using System.Collections.Immutable;

namespace Ashlar.Core.Analysis.Graphs;

/// <summary>Groups of nodes that all lead to each other.</summary>
internal static class StrongComponents
{
    /// <summary>The groups, their nodes in the given order; a node that leads nowhere back is a group of its own.</summary>
    public static IEnumerable<ImmutableArray<TNode>> Of<TNode>(IReadOnlyList<TNode> nodes, Func<TNode, IEnumerable<TNode>> next)
        where TNode : notnull
    {
        var order = nodes.Select((node, i) => (node, i)).ToDictionary(pair => pair.node, pair => pair.i);
        var search = new Search<TNode>(next, order);
        foreach (var node in nodes)
        {
            search.Visit(node);
        }

        return search.Groups.Select(group => group.Sort((left, right) => order[left].CompareTo(order[right])))
            .OrderBy(group => order[group[0]]);
    }

    private sealed class Search<TNode>(Func<TNode, IEnumerable<TNode>> next, Dictionary<TNode, int> known)
        where TNode : notnull
    {
        private readonly Dictionary<TNode, int> _numbers = [];
        private readonly Dictionary<TNode, int> _lowest = [];
        private readonly Stack<TNode> _path = new();
        private readonly HashSet<TNode> _isOnPath = [];

        public List<ImmutableArray<TNode>> Groups { get; } = [];

        public void Visit(TNode start)
        {
            if (_numbers.ContainsKey(start))
            {
                return;
            }

            var open = new Stack<(TNode Node, IEnumerator<TNode> Next)>();
            open.Push(Enter(start));
            while (open.TryPeek(out var top))
            {
                if (!top.Next.MoveNext())
                {
                    open.Pop();
                    Leave(top.Node, open.TryPeek(out var above) ? above.Node : default, hasParent: open.Count > 0);
                }
                else if (known.ContainsKey(top.Next.Current))
                {
                    Step(top.Node, top.Next.Current, open);
                }
            }
        }

        private void Step(TNode node, TNode target, Stack<(TNode Node, IEnumerator<TNode> Next)> open)
        {
            if (!_numbers.TryGetValue(target, out var number))
            {
                open.Push(Enter(target));
            }
            else if (_isOnPath.Contains(target))
            {
                _lowest[node] = Math.Min(_lowest[node], number);
            }
        }

        private (TNode Node, IEnumerator<TNode> Next) Enter(TNode node)
        {
            _numbers[node] = _lowest[node] = _numbers.Count;
            _path.Push(node);
            _isOnPath.Add(node);
            return (node, next(node).GetEnumerator());
        }

        private void Leave(TNode node, TNode? parent, bool hasParent)
        {
            if (hasParent && parent is not null)
            {
                _lowest[parent] = Math.Min(_lowest[parent], _lowest[node]);
            }

            if (_lowest[node] != _numbers[node])
            {
                return;
            }

            var group = ImmutableArray.CreateBuilder<TNode>();
            TNode member;
            do
            {
                member = _path.Pop();
                _isOnPath.Remove(member);
                group.Add(member);
            }
            while (!EqualityComparer<TNode>.Default.Equals(member, node));
            Groups.Add(group.ToImmutable());
        }
    }
}
