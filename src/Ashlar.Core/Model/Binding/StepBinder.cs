using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Model.Workflows;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>
/// Binds the steps of a workflow, each behind those that lead to it, so that what they name is known. A step that does not
/// check is kept without its work: the graph stays whole.
/// </summary>
internal sealed class StepBinder(
    WorkflowElement workflow, ActionNames names, CarriedNames carried, StepTargets targets, StepFlow flow)
{
    /// <summary>Who gives the names of events that are heard at every step; no step is called like this.</summary>
    private const string Anywhere = "on";

    private readonly Site _site = workflow.Site;
    private readonly Dictionary<string, IReadOnlySet<string>> _used = new(StringComparer.Ordinal);

    public ValueList<WorkflowStep> BindAll()
    {
        var node = workflow.Syntax;
        NameEvents(node.Interrupts, Anywhere);
        foreach (var (step, work) in node.Steps.SelectMany(step => step.Work, (step, work) => (step, work)))
        {
            Name(step, work);
        }

        var bound = new Dictionary<StepSyntax, WorkflowStep>();
        foreach (var step in flow.Ordered(node))
        {
            bound.TryAdd(step, Bind(step));
        }

        return node.Steps.Where(step => !step.Name.IsMissing).DistinctBy(step => step.Name.Text, StringComparer.Ordinal)
            .Select(step => bound[step]).ToValueList();
    }

    /// <summary>The variables that the steps use, but for the one that gives them.</summary>
    public IReadOnlySet<string> UsedOutside(string giver) => _used
        .Where(used => !string.Equals(used.Key, giver, StringComparison.Ordinal))
        .SelectMany(used => used.Value).ToHashSet(StringComparer.Ordinal);

    /// <summary>Gives the names whose values have a type before any expression is bound.</summary>
    private void Name(StepSyntax step, StepWorkSyntax work)
    {
        switch (work)
        {
            case TaskSyntax { As: { IsMissing: false } name } task when names.IsNewValue(name):
                carried.Add(name.Text, workflow, FieldBinder.BindAnswer(_site, task.Asks), step.Name.Text);
                break;
            case WaitSyntax wait:
                NameEvents(wait.Events, step.Name.Text);
                break;
            default:
                break;
        }
    }

    private void NameEvents(IEnumerable<WaitForSyntax> events, string giver)
    {
        foreach (var one in events)
        {
            if (Lookup.Find<EventElement>(_site, one.Event, Wanted.Event) is { } told
                && one.As is { IsMissing: false } given && names.IsNewValue(given))
            {
                carried.Add(given.Text, told, told.Fields, giver);
            }
        }
    }

    /// <summary>What sends an instance elsewhere from any step is found by what it knows from its start.</summary>
    public ValueList<AwaitedEvent> BindInterrupts(Scope start)
    {
        var bound = workflow.Syntax.Interrupts.Select(one => BindAwaited(one, start)).OfType<AwaitedEvent>().ToValueList();
        _used[Anywhere] = VariablesIn(bound.SelectMany(one => one.Matches).Select(match => match.Value));
        return bound;
    }

    private WorkflowStep Bind(StepSyntax node)
    {
        var scope = carried.ScopeOf(node, flow);
        var begin = scope;
        var work = node.Work is [var first, ..] ? BindWork(node, first, ref scope) : null;
        var ways = new List<Way>();
        foreach (var way in node.Ways)
        {
            var when = way.When is null ? null : ExpressionBinder.BindCondition(_site, scope, way.When);
            scope = when is null ? scope : scope.Knowing(Facts.WhenFalse(when));
            ways.Add(new Way(when, targets.Of(way.Target), _site.OriginOf(way)) { Bound = targets.Bound(way.Most) });
        }

        var step = new WorkflowStep(node.Name.Text, work, ways.ToValueList(), _site.OriginOf(node.Name))
        {
            Limit = targets.Limit(node.Within),
            UndoesAll = node.UndoAll is not null,
        };
        var used = VariablesIn(StepParts.Expressions(step));
        _used[node.Name.Text] = used;
        if (work is CallWork { Undo: { } undo })
        {
            // What takes a call back happens at another step.
            _used[$"undo {node.Name.Text}"] = VariablesIn(undo.Inputs.Select(input => input.Value));
        }

        return step with { Uses = Given(begin, used, OwnNames(step.Work)) };
    }

    private static HashSet<string> VariablesIn(IEnumerable<Expression> expressions) => expressions
        .SelectMany(expression => expression.DescendantsAndSelf()).OfType<Variable>()
        .Where(variable => variable.Kind == VariableKind.Input).Select(variable => variable.Name)
        .ToHashSet(StringComparer.Ordinal);

    private static ValueList<Variable> Given(Scope begin, HashSet<string> used, HashSet<string> own) => begin.Locals
        .Select(local => local.Variable).Where(variable => used.Contains(variable.Name) && !own.Contains(variable.Name))
        .ToValueList();

    /// <summary>What the work itself gives, so that what an earlier round gave is not asked for.</summary>
    private static HashSet<string> OwnNames(StepWork? work) => (work switch
    {
        DoWork done => done.Gives.Select(given => given.Name),
        CallWork called => called.Call.Given.Select(given => given.Name),
        TaskWork { Result: { } result } task => task.Asks.Select(field => NamedValues.VariableOf(result, field.Name)),
        _ => [],
    }).ToHashSet(StringComparer.Ordinal);

    private StepWork? BindWork(StepSyntax step, StepWorkSyntax node, ref Scope scope)
    {
        switch (node)
        {
            case DoSyntax body:
                return BindDo(step, body, ref scope);
            case OutsideCallSyntax call:
                return BindCall(step, call, ref scope);
            case TaskSyntax task:
                var bound = BindTask(task, scope);
                scope = carried.With(scope, task.As?.Text);
                return bound;
            case WaitSyntax wait:
                return BindWait(wait, scope);
            default:
                return null;
        }
    }

    private DoWork BindDo(StepSyntax step, DoSyntax node, ref Scope scope)
    {
        var statements = new StatementBinder(_site.About(step.Name.Text), names, scope);
        var body = node.Statements.Select(statements.Bind).OfType<Statement>().ToValueList();
        var used = VariablesIn(StatementTree.All(body).SelectMany(statement => statement.Expressions()));
        var inputs = scope.Locals.Where(local => used.Contains(local.Variable.Name)).Select(local =>
            new Field(local.Variable.Name, local.Variable.Type, local.Constraints, local.Variable.Origin)).ToValueList();
        carried.Add(body, statements.Known, step.Name.Text);
        scope = statements.Known;
        var name = workflow.Name with { Name = $"{workflow.Name.Name}.{step.Name.Text}" };
        var action = new ActionDefinition(
            name, inputs, new ActionAccess(AccessKind.Internal, []), _site.OriginOf(step.Name))
        {
            Body = body,
            IsStep = true,
        };
        var given = body.SelectMany(statement => StatementTree.Named([statement])).ToValueList();
        return new DoWork(action, given, _site.OriginOf(node));
    }

    private CallWork? BindCall(StepSyntax step, OutsideCallSyntax node, ref Scope scope)
    {
        var statements = new StatementBinder(_site.About(step.Name.Text), names, scope);
        var call = statements.BindOutside(node.Run);
        scope = statements.Known;
        var undo = node.Undo is null ? null : statements.BindOutside(node.Undo.Run);
        if (call is null || _site.Names.Find<SlotElement>(call.Slot) is not { } slot)
        {
            foreach (var failure in node.Failures)
            {
                targets.Of(failure.Target);
            }

            return null;
        }

        carried.Add([call], statements.Known, step.Name.Text);
        var binder = new CallBinder(_site, targets, node, slot);
        return new CallWork(call, binder.BindRetry(), binder.BindFailures(), _site.OriginOf(node)) { Undo = undo };
    }

    private TaskWork BindTask(TaskSyntax node, Scope scope)
    {
        var title = ExpressionBinder.BindValue(_site, scope, node.Title, ScalarTypes.Of(Scalar.Text));
        var role = Lookup.FindRole(_site, node.Role.Name) ?? "";
        var asks = node.As is { } name && carried.With(Scope.Empty, name.Text).FindBundle(name.Text) is { } answer
            ? answer.Fields.ToModel()
            : [];
        return new TaskWork(title, role, asks, node.As?.Text, _site.OriginOf(node));
    }

    private WaitWork BindWait(WaitSyntax node, Scope scope) => new(
        node.Events.Select(one => BindAwaited(one, scope)).OfType<AwaitedEvent>().ToValueList(),
        targets.Limit(node.Within), _site.OriginOf(node))
    {
        Until = node.Until is null ? null : BindMoment(node.Until, scope),
    };

    private WaitMoment? BindMoment(LimitSyntax node, Scope scope)
    {
        var target = targets.Of(node.Target);
        var at = ExpressionBinder.BindValue(_site, scope, node.Time, ScalarTypes.Of(Scalar.Instant));
        if (!IsCarried(at) && !at.DescendantsAndSelf().Any(inner => inner.Type is UnknownType))
        {
            _site.Add(LimitForm.Moment(_site, node.Time));
        }

        return new WaitMoment(at, target, _site.OriginOf(node));
    }

    private static bool IsCarried(Expression moment) => moment switch
    {
        Variable { Kind: VariableKind.Input } => true,
        Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract, Right: Literal } sum => IsCarried(sum.Left),
        _ => false,
    };

    private AwaitedEvent? BindAwaited(WaitForSyntax node, Scope scope)
    {
        var target = targets.Of(node.Target);
        if (Lookup.Find<EventElement>(_site, node.Event, Wanted.Event) is not { } told)
        {
            return null;
        }

        var matches = node.Where is null || node.As is not { IsMissing: false } name
            ? []
            : EventMatches.Bind(_site, carried.With(scope, name.Text), name.Text, node.Where);
        if (node.Where is null)
        {
            _site.Add(WaitForm.WithoutMatch(_site, node));
        }

        return new AwaitedEvent(told.Name, node.As?.Text, matches, target, _site.OriginOf(node));
    }
}
