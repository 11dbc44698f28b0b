using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds an action: what starts it, who may run it, what has to hold, and its steps.</summary>
internal static class ActionBinder
{
    public static void Bind(ActionElement action)
    {
        var names = new ActionNames(action.Site, action.Inputs.Slots);
        ReportForm(action);
        var (start, starts) = BindStart(action, names);
        var scope = new Scope
        {
            Locals = [.. action.Inputs.Slots.Where(slot => !slot.Field.IsChange).Select(InputOf), .. LocalsOf(action, start)],
            Bundles = start is null ? [] : [start],
        };
        var access = ActionAccessBinder.Bind(action, scope);
        var steps = new StatementBinder(
            action.Site,
            names,
            Settings.AddTo(action.KnowsCaller ? scope.Knowing(Facts.SignedIn) : scope, action.Site))
        {
            Changes = action.Changes,
        };
        action.Bound = new ActionDefinition(action.Name, action.Inputs.ToModel(), access, action.Origin)
        {
            Documentation = action.Syntax.Documentation,
            IsPublic = action.IsPublic,
            Starts = starts,
            Schedule = action.Syntax.Schedules is [var clock, ..] ? ScheduleBinder.Bind(action.Site, clock) : null,
            Callback = action.Syntax.Callbacks is [var called, ..] ? CallbackBinder.Bind(action, called) : null,
            Requires = action.Syntax.Requires.Select(steps.Bind).OfType<RequireStatement>().ToValueList(),
            Body = action.Syntax.Body.Select(steps.Bind).OfType<Statement>().ToValueList(),
        };
        ListPassedOn.Report(action.Site, action.Bound);
        ReportUnusedChanges(action);
    }

    private static void ReportUnusedChanges(ActionElement action)
    {
        if (action.Syntax.FieldInputs.FirstOrDefault(inputs => inputs.AreChanges) is { } changes
            && !StatementNodes.All(action.Syntax.Body).OfType<ApplySyntax>().Any())
        {
            action.Site.Add(ChangesForm.NeverApplied(action.Site.At(changes.Entity), changes));
        }
    }

    private static void ReportForm(ActionElement action)
    {
        var (site, node) = (action.Site, action.Syntax);
        SyntaxNode[] starts =
        [
            .. node.Starts.Concat<SyntaxNode>(node.Schedules).Concat(node.Callbacks).OrderBy(start => start.Span.Start),
        ];
        foreach (var second in starts.Skip(1))
        {
            site.Add(StartForm.Second(site.At(second), site.At(starts[0]), action.Name.Name));
        }

        SyntaxNode[] inputs = [.. node.Inputs.Select(input => input.Name), .. node.FieldInputs.Select(input => input.Entity)];
        if (starts is [not CallbackSyntax and var first, ..] && inputs is [var given, ..])
        {
            site.Add(StartForm.WithInput(site.At(given), action.Name.Name, site.At(first)));
        }
    }

    private static (NamedValues?, ValueList<EventStart>) BindStart(ActionElement action, ActionNames names)
    {
        if (action.Syntax.Starts is not [var first, ..])
        {
            return (null, []);
        }

        var site = action.Site;
        var isNew = names.IsNewValue(first.As);
        if (Lookup.Find<EventElement>(site, first.Event, Wanted.Event) is not { } told)
        {
            return (null, []);
        }

        return (
            isNew ? new NamedValues(first.As.Text, told, told.Fields) : null,
            [new EventStart(told.Name, first.As.Text, site.OriginOf(first))]);
    }

    private static Local InputOf(FieldSlot slot) => FunctionBinder.InputOf(slot.Field);

    /// <summary>The fields of the event; of an event that does not exist nothing is known, which is reported already.</summary>
    private static IEnumerable<Local> LocalsOf(ActionElement action, NamedValues? start) =>
        start is null
            ? action.Syntax.Starts.Take(1).Select(node => LocalOf(node.As.Text, new UnknownType(), Constraints.None))
            : start.Fields.Slots.Select(slot =>
                LocalOf(NamedValues.VariableOf(start.Name, slot.Field.Name), slot.Field.Type, slot.Field.Constraints));

    private static Local LocalOf(string name, ModelType type, Constraints constraints) =>
        new(new Variable(type, VariableKind.Input, name), constraints);
}
