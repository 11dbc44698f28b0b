using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Model.Workflows;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds a workflow: what starts it, its steps with what is known in each, and its ends.</summary>
internal sealed class WorkflowBinder
{
    private readonly WorkflowElement _workflow;
    private readonly Site _site;
    private readonly WorkflowSyntax _node;
    private readonly ActionNames _names;
    private readonly CarriedNames _carried;
    private readonly StepTargets _targets;
    private readonly StepFlow _flow;

    private WorkflowBinder(WorkflowElement workflow)
    {
        _workflow = workflow;
        _site = workflow.Site;
        _node = workflow.Syntax;
        _names = new ActionNames(_site, []);
        _carried = new CarriedNames(workflow);
        _targets = StepTargets.Of(_site, _node);
        _flow = StepFlow.Of(_node);
    }

    /// <summary>The workflow as far as it checks; null where it begins nowhere.</summary>
    public static Workflow? Bind(WorkflowElement workflow) => new WorkflowBinder(workflow).Bind();

    private Workflow? Bind()
    {
        WorkflowChecks.Check(_site, _node);
        var start = BindStart();
        var steps = new StepBinder(_workflow, _names, _carried, _targets, _flow);
        var bound = steps.BindAll();
        var interrupts = steps.BindInterrupts(start is null ? Scope.Empty : _carried.With(Scope.Empty, start.Name));
        return start is null || bound.Count == 0
            ? null
            : new Workflow(_workflow.Name, start, bound, _workflow.Origin)
            {
                Documentation = _node.Documentation,
                Key = BindKey(start),
                Again = KeyRuleOf(_node.Again),
                Limit = _targets.Limit(_node.Within),
                Interrupts = interrupts,
                Ends = _targets.Ends,
                Carried = _carried.UsedIn(giver => steps.UsedOutside(giver)),
            };
    }

    private WorkflowStart? BindStart()
    {
        if (_node.Starts is not [var node, ..]
            || Lookup.Find<EventElement>(_site, node.Event, Wanted.Event) is not { } told
            || !_names.IsNewValue(node.As))
        {
            return null;
        }

        _carried.Add(node.As.Text, told, told.Fields, giver: null);
        var where = node.Where is null ? null : ExpressionBinder.BindCondition(_site, StartScope(node), node.Where);
        return new WorkflowStart(told.Name, node.As.Text, where, _site.OriginOf(node));
    }

    private Scope StartScope(WorkflowStartSyntax start) => _carried.With(Scope.Empty, start.As.Text);

    private Expression? BindKey(WorkflowStart start)
    {
        if (_node.Key is not { } node)
        {
            return null;
        }

        var key = ExpressionBinder.BindAny(_site, _carried.With(Scope.Empty, start.Name), node);
        if (key.Type is UnknownType)
        {
            return null;
        }

        if (key is not Variable || key.Type.IsNullable || !WorkflowForm.IsKey(key.Type))
        {
            _site.Add(WorkflowForm.Key(_site, node));
            return null;
        }

        return key;
    }

    private static KeyRule KeyRuleOf(NameSyntax? word) => word?.Text switch
    {
        "refused" => KeyRule.Refused,
        "replaces" => KeyRule.Replaces,
        _ => KeyRule.Joins,
    };
}
