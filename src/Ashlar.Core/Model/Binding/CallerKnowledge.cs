using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Binding;

/// <summary>
/// Finds the actions that always have a caller. A nested `run` does not ask for the access of the action that it runs,
/// so an action knows its caller only if everything that runs it does.
/// </summary>
internal static class CallerKnowledge
{
    public static void Find(Declarations names)
    {
        var actions = names.Elements.OfType<ActionElement>().ToList();
        foreach (var action in actions)
        {
            action.KnowsCaller = !action.IsStarted && action.Syntax.Access.All(IsOfSomebody);
        }

        var runs = actions.SelectMany(action => RunsOf(names, action), (by, run) => (by, run)).ToList();
        foreach (var run in names.Elements.OfType<WorkflowElement>().SelectMany(workflow => RunsOf(names, workflow)))
        {
            run.KnowsCaller = false;
        }

        bool isChanged;
        do
        {
            isChanged = false;
            foreach (var (_, run) in runs.Where(pair => pair.run.KnowsCaller && !pair.by.KnowsCaller))
            {
                run.KnowsCaller = false;
                isChanged = true;
            }
        }
        while (isChanged);
    }

    private static bool IsOfSomebody(ActionAccessSyntax access) => access.IsInternal || access.Audience != AudienceKind.Anyone;

    private static IEnumerable<ActionElement> RunsOf(Declarations names, ActionElement action) =>
        StatementNodes.All(action.Syntax.Body).OfType<RunSyntax>().SelectMany(node => Called(names, node.Action));

    /// <summary>What the steps of a workflow run, which have no caller.</summary>
    private static IEnumerable<ActionElement> RunsOf(Declarations names, WorkflowElement workflow) => workflow
        .Syntax.Steps.SelectMany(step => step.Work).OfType<DoSyntax>()
        .SelectMany(work => StatementNodes.All(work.Statements)).OfType<RunSyntax>()
        .SelectMany(node => Called(names, node.Action));

    /// <summary>What the name may mean; the binder of the statement says whether it means just one.</summary>
    private static IEnumerable<ActionElement> Called(Declarations names, QualifiedNameSyntax name) =>
        names
            .NamedLike(name.Name.Text)
            .OfType<ActionElement>()
            .Where(found => name.Qualifier is null || name.Qualifier.Text == found.Name.Module);
}
