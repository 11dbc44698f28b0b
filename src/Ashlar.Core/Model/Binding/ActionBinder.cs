using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds an action: what starts it, who may run it, what has to hold, and its steps.</summary>
internal static class ActionBinder
{
    public static void Bind(ActionElement action)
    {
        var names = new ActionNames(action);
        var (start, starts) = BindStart(action, names);
        var scope = new Scope { Locals = [.. LocalsOf(action, start)], Start = start };
        var access = ActionAccessBinder.Bind(action, scope);
        var steps = new StatementBinder(
            action,
            names,
            action.KnowsCaller ? scope.Knowing(Facts.SignedIn) : scope);
        action.Bound = new ActionDefinition(action.Name, action.Inputs.ToModel(), access, action.Origin)
        {
            Documentation = action.Syntax.Documentation,
            IsPublic = action.IsPublic,
            Starts = starts,
            Requires = action.Syntax.Requires.Select(steps.Bind).OfType<RequireStatement>().ToValueList(),
            Body = action.Syntax.Body.Select(steps.Bind).OfType<Statement>().ToValueList(),
        };
    }

    private static (StartedBy?, ValueList<EventStart>) BindStart(ActionElement action, ActionNames names)
    {
        if (action.Syntax.Starts is not [var first, .. var others])
        {
            return (null, []);
        }

        var site = action.Site;
        foreach (var second in others)
        {
            site.Add(StartForm.Second(site.At(second), site.At(first), action.Name.Name));
        }

        if (action.Syntax.Inputs is [var input, ..])
        {
            site.Add(StartForm.WithInput(site.At(input.Name), action.Name.Name, site.At(first)));
        }

        var isNew = names.IsNewValue(first.As);
        if (Lookup.Find<EventElement>(site, first.Event, Wanted.Event) is not { } told)
        {
            return (null, []);
        }

        return (
            isNew ? new StartedBy(first.As.Text, told) : null,
            [new EventStart(told.Name, first.As.Text, site.OriginOf(first))]);
    }

    private static IEnumerable<Local> LocalsOf(ActionElement action, StartedBy? start)
    {
        var carried = start is null
            ? []
            : start.Event.Fields.Slots.Select(slot =>
                new Local(
                    new Variable(slot.Field.Type, VariableKind.Input, StartedBy.VariableOf(start.Name, slot.Field.Name)),
                    slot.Field.Constraints));
        return action.Inputs.Slots.Select(slot => FunctionBinder.InputOf(slot.Field)).Concat(carried);
    }
}
