using System.Collections.Immutable;

namespace Ashlar.Core.Analysis.Conditions;

/// <summary>The goals that are still to be supposed, and the alternatives that are put off until no goal is left.</summary>
internal sealed class Agenda(ImmutableStack<Goal> goals, ImmutableQueue<ImmutableArray<Goal[]>> splits)
{
    private ImmutableStack<Goal> _goals = goals;
    private ImmutableQueue<ImmutableArray<Goal[]>> _splits = splits;

    public Agenda(ImmutableArray<Goal> goals)
        : this([.. goals.Reverse()], [])
    {
    }

    public Goal? Next()
    {
        if (_goals.IsEmpty)
        {
            return null;
        }

        _goals = _goals.Pop(out var goal);
        return goal;
    }

    /// <summary>Always true: an added goal is not yet a contradiction.</summary>
    public bool Add(Goal goal)
    {
        _goals = _goals.Push(goal);
        return true;
    }

    /// <summary>Puts off a choice between groups of goals; true, for it is not yet a contradiction.</summary>
    public bool Split(params ImmutableArray<Goal[]> branches)
    {
        _splits = _splits.Enqueue(branches);
        return true;
    }

    public ImmutableArray<Goal[]>? NextSplit()
    {
        if (_splits.IsEmpty)
        {
            return null;
        }

        _splits = _splits.Dequeue(out var split);
        return split;
    }

    /// <summary>The rest with one branch of a choice.</summary>
    public Agenda With(Goal[] branch) => new([.. branch], _splits);
}
