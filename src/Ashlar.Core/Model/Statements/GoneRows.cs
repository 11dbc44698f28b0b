using Ashlar.Core.Model.Expressions;

namespace Ashlar.Core.Model.Statements;

/// <summary>
/// Follows the names of rows through the steps of an action until something deletes them, also in what the action runs. A
/// row that only one way through the steps deletes counts as gone.
/// </summary>
public sealed class GoneRows
{
    private readonly Func<ElementName, ActionDefinition?> _find;
    private readonly HashSet<ElementName> _inside = [];
    private readonly List<(Statement Step, Variable Use)> _uses = [];

    private GoneRows(Func<ElementName, ActionDefinition?> find) => _find = find;

    /// <summary>The names whose rows are, or may be, gone when the action is done.</summary>
    public static IReadOnlySet<string> Of(ActionDefinition action, Func<ElementName, ActionDefinition?> find) =>
        new GoneRows(find).Follow(action);

    /// <summary>Where the action still needs a row that is, or may be, gone. Its key stays known.</summary>
    public static IReadOnlyList<(Statement Step, Variable Use)> UsesIn(
        ActionDefinition action, Func<ElementName, ActionDefinition?> find)
    {
        var rows = new GoneRows(find);
        rows.Follow(action);
        return rows._uses;
    }

    private HashSet<string> Follow(ActionDefinition action)
    {
        var gone = new HashSet<string>(StringComparer.Ordinal);
        if (_inside.Add(action.Name))
        {
            Follow(action.Body, gone);
            _inside.Remove(action.Name);
        }

        return gone;
    }

    private void Follow(IEnumerable<Statement> steps, HashSet<string> gone)
    {
        foreach (var step in steps)
        {
            if (gone.Count > 0)
            {
                var needed = step.Expressions().SelectMany(NeededIn).Where(use => gone.Contains(use.Name));
                _uses.AddRange(needed.Select(use => (step, use)));
            }

            Leave(step, gone);
        }
    }

    private void Leave(Statement step, HashSet<string> gone)
    {
        switch (step)
        {
            case DeleteStatement { Row: Variable { Kind: VariableKind.Input } row }:
                gone.Add(row.Name);
                break;
            case RunStatement run:
                gone.UnionWith(DeletedBy(run));
                break;
            case ForStatement loop:
                Follow(loop.Body, gone);
                break;
            case IfStatement choice:
                var otherwise = new HashSet<string>(gone, StringComparer.Ordinal);
                Follow(choice.Then, gone);
                Follow(choice.Else, otherwise);
                gone.UnionWith(otherwise);
                break;
            default:
                break;
        }
    }

    private IEnumerable<string> DeletedBy(RunStatement run)
    {
        if (_find(run.Action) is not { } called || _inside.Contains(called.Name))
        {
            return [];
        }

        var deleted = new GoneRows(_find).With(_inside).Follow(called);
        return run.Inputs.Where(given => deleted.Contains(given.Field)).Select(given => given.Value).OfType<Variable>()
            .Select(row => row.Name);
    }

    private GoneRows With(IEnumerable<ElementName> inside)
    {
        _inside.UnionWith(inside);
        return this;
    }

    private static IEnumerable<Variable> NeededIn(Expression node) =>
        node switch
        {
            Variable { Kind: VariableKind.Input } variable => [variable],
            FieldAccess { Field: "id", Target: Variable } => [],
            _ => node.Children().SelectMany(NeededIn),
        };
}
