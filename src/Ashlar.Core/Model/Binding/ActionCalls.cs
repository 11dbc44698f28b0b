using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Statements;

namespace Ashlar.Core.Model.Binding;

/// <summary>Actions run each other within one transaction, so no action may reach itself.</summary>
internal static class ActionCalls
{
    public static void Check(Declarations names)
    {
        var done = new HashSet<ElementName>();
        foreach (var action in names.Elements.OfType<ActionElement>())
        {
            Follow(names, action, [], done);
        }
    }

    /// <summary>A circle counts once, when it is reported.</summary>
    private static bool Follow(Declarations names, ActionElement action, List<ActionElement> path, HashSet<ElementName> done)
    {
        var start = path.IndexOf(action);
        if (start >= 0)
        {
            action.Site.Add(RecursiveAction.At(action, path[start..]));
            return false;
        }

        if (!done.Add(action.Name))
        {
            names.Chain.Meet(action);
            return true;
        }

        path.Add(action);
        names.Chain.Follow(action, () => FollowRuns(names, action, path, done), false);
        path.Remove(action);
        return true;
    }

    private static bool FollowRuns(Declarations names, ActionElement action, List<ActionElement> path, HashSet<ElementName> done)
    {
        var runs = StatementTree.All(action.Bound?.Body ?? []).OfType<RunStatement>();
        foreach (var called in runs.Select(run => names.Find<ActionElement>(run.Action)).OfType<ActionElement>())
        {
            Follow(names, called, path, done);
        }

        return true;
    }
}
