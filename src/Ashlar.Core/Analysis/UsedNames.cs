using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Model.Workflows;

namespace Ashlar.Core.Analysis;

/// <summary>The declarations that some other part of the model mentions.</summary>
internal sealed class UsedNames
{
    private readonly HashSet<ElementName> _elements = [];
    private readonly HashSet<string> _roles = new(StringComparer.Ordinal);

    private UsedNames()
    {
    }

    public IReadOnlySet<ElementName> Elements => _elements;

    public IReadOnlySet<string> Roles => _roles;

    public static UsedNames Of(ModelFacts facts)
    {
        var used = new UsedNames();
        var model = facts.Model;
        used.AddFields(model.Entities.Items.SelectMany(entity => entity.Fields.Items));
        used.AddFields(model.Values.Items.SelectMany(value => value.Fields.Items));
        used.AddFields(model.Functions.Items.SelectMany(function => function.Inputs.Items));
        used.AddFields(model.Events.Items.SelectMany(told => told.Fields.Items));
        used.AddFields(model.Views.Items.SelectMany(view => view.Inputs.Items));
        used._roles.UnionWith(
            model.Views.Items.SelectMany(view => view.Access.Rules.Items).SelectMany(rule => rule.Audience.Roles.Items));
        used.AddNames(model.Apis.Items.SelectMany(api => api.Views.Items).Select(view => (ElementName?)view.View));
        used.AddFields(model.Slots.Items.SelectMany(slot => slot.Inputs.Concat(slot.Output.Fields)));
        used.AddFields(model.Configs.Items.SelectMany(config => config.Keys.Items).Select(key => key.Field));
        used.AddNames(model.Slots.Items.Select(slot => slot.Effect.ReconciledBy));
        used.AddNames(model.Slots.SelectMany(slot => slot.Capabilities).Select(capability => (ElementName?)capability.Config));
        used.AddActions(model.AllActions);
        used.AddWorkflows(model.Workflows.Items);
        used.AddApis(model.Apis.Items);
        used._roles.UnionWith(model.Roles.Items.SelectMany(role => role.GrantedBy.Where(name => name != role.Name)));
        used._roles.UnionWith(model.Samples.Items.SelectMany(sample => sample.Roles.Items));
        var rules = model.Entities.Items.SelectMany(entity => entity.Access.Rules.Items);
        used._roles.UnionWith(rules.SelectMany(rule => rule.Audience.Roles.Items));
        foreach (var function in model.Functions)
        {
            used.AddType(function.Gives);
        }

        used.AddNames(model.Aliases.Items.Select(alias => alias.Basis));
        foreach (var shape in model.Shapes)
        {
            used.AddName(shape.Extends);
            used.AddNames(shape.Fields.Items.Select(field => field.Nested));
        }

        foreach (var written in facts.Expressions)
        {
            used.AddNodes(written.Nodes);
        }

        return used;
    }

    private void AddActions(IEnumerable<ActionDefinition> actions)
    {
        foreach (var action in actions)
        {
            AddFields(action.Inputs.Items);
            AddNames(action.Callback?.Keys.Select(key => (ElementName?)key.Config) ?? []);
            _roles.UnionWith(action.Access.Rules.Items.SelectMany(rule => rule.Audience.Roles.Items));
            foreach (var step in action.Steps())
            {
                AddName(step.Mentioned());
                AddSettings(action.Name.Module, step);
                if (step is GrantStatement grant)
                {
                    _roles.Add(grant.Role);
                }
            }
        }
    }

    private void AddWorkflows(IReadOnlyCollection<Workflow> workflows)
    {
        AddNames(workflows.SelectMany(workflow => workflow.Hears()).Select(happened => (ElementName?)happened));
        foreach (var work in workflows.SelectMany(workflow => workflow.Steps.Items).Select(step => step.Work))
        {
            AddNames(work is CallWork call ? [call.Call.Slot, call.Undo?.Slot] : []);
            if (work is TaskWork task)
            {
                AddFields(task.Asks.Items);
                _roles.Add(task.Role);
            }
        }
    }

    /// <summary>`Payments.timeout` is a name of the configuration with one of its keys behind it.</summary>
    private void AddSettings(string module, Statement step)
    {
        foreach (var variable in step.Expressions().SelectMany(value => value.DescendantsAndSelf()).OfType<Variable>())
        {
            if (variable.Name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot)
            {
                _elements.Add(new ElementName(module, variable.Name[..dot]));
            }
        }
    }

    private void AddApis(IReadOnlyCollection<Api> apis)
    {
        foreach (var run in apis.SelectMany(api => api.Offers()))
        {
            AddName(run.Action);
            AddName(run.Reply);
        }

        foreach (var endpoint in apis.SelectMany(api => api.Exposes.Items).SelectMany(expose => expose.Endpoints.Items))
        {
            AddName(endpoint.Reply);
            AddFields(endpoint.NamedFilters.Items.Select(filter => filter.Parameter));
        }
    }

    private void AddFields(IEnumerable<Field> fields)
    {
        foreach (var field in fields)
        {
            AddType(field.Type);
            AddName(field.Constraints.Alias);
        }
    }

    private void AddNodes(IReadOnlyList<Expression> nodes)
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case Call call:
                    _elements.Add(call.Function);
                    break;
                case CallerIs role:
                    _roles.Add(role.Role);
                    break;
                case Literal or ObjectLiteral:
                    AddType(node.Type);
                    break;
                default:
                    break;
            }
        }
    }

    private void AddType(ModelType type)
    {
        switch (type)
        {
            case EnumType named:
                _elements.Add(named.Enum);
                break;
            case Model.Types.ValueType named:
                _elements.Add(named.Value);
                break;
            case ListType list:
                AddType(list.Item);
                break;
            default:
                break;
        }
    }

    private void AddNames(IEnumerable<ElementName?> names)
    {
        foreach (var name in names)
        {
            AddName(name);
        }
    }

    private void AddName(ElementName? name)
    {
        if (name is { } known)
        {
            _elements.Add(known);
        }
    }
}
