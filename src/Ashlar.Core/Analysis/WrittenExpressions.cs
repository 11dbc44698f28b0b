using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Workflows;
using Ashlar.Core.Text;

namespace Ashlar.Core.Analysis;

/// <summary>Collects every expression of a model except the values of samples.</summary>
internal sealed class WrittenExpressions
{
    private readonly List<Written> _found = [];

    private WrittenExpressions()
    {
    }

    public static IReadOnlyList<Written> Of(SystemModel model)
    {
        var collected = new WrittenExpressions();
        foreach (var entity in model.Entities)
        {
            collected.AddFields(entity.Name, entity.Fields);
            collected.AddRules(entity);
        }

        foreach (var value in model.Values)
        {
            collected.AddFields(value.Name, value.Fields);
        }

        foreach (var function in model.Functions)
        {
            collected.Add(function.Body, function.Name, function.Origin);
        }

        foreach (var action in model.AllActions)
        {
            collected.AddAction(action);
        }

        foreach (var workflow in model.Workflows)
        {
            foreach (var value in workflow.OwnExpressions())
            {
                collected.Add(value, workflow.Name, workflow.Origin);
            }
        }

        foreach (var view in model.Views)
        {
            foreach (var (value, origin) in view.Expressions())
            {
                collected.Add(value, view.Name, origin);
            }
        }

        foreach (var config in model.Configs)
        {
            foreach (var requirement in config.Requirements)
            {
                collected.Add(requirement.Check.Condition, config.Name, requirement.Check.Origin);
            }
        }

        foreach (var shape in model.Shapes)
        {
            collected.AddShape(shape);
        }

        foreach (var api in model.Apis)
        {
            collected.AddApi(api);
        }

        return collected._found;
    }

    private void AddFields(ElementName owner, ValueList<Field> fields)
    {
        foreach (var field in fields)
        {
            Add(field.Default, owner, field.Origin);
            Add(field.OnUpdate, owner, field.Origin);
            Add(field.Computed, owner, field.Origin);
            Add(field.Generated?.Template, owner, field.Origin);
        }
    }

    private void AddRules(Entity entity)
    {
        foreach (var check in entity.Checks)
        {
            Add(check.Condition, entity.Name, check.Origin);
        }

        foreach (var rule in entity.Uniques)
        {
            Add(rule.Where, entity.Name, rule.Origin);
        }

        foreach (var rule in entity.Exclusives)
        {
            Add(rule.Where, entity.Name, rule.Origin);
        }

        foreach (var rule in entity.Access.Rules)
        {
            Add(rule.Where, entity.Name, rule.Origin);
        }

        foreach (var path in entity.Search?.Fields ?? [])
        {
            Add(path, entity.Name, path.Origin);
        }
    }

    private void AddAction(ActionDefinition action)
    {
        foreach (var rule in action.Access.Rules)
        {
            Add(rule.Where, action.Name, rule.Origin);
        }

        foreach (var step in action.Steps())
        {
            foreach (var expression in step.Expressions())
            {
                Add(expression, action.Name, step.Origin);
            }
        }
    }

    private void AddShape(Shape shape)
    {
        foreach (var field in shape.Fields)
        {
            Add(field.Value, shape.Name, field.Origin);
        }
    }

    private void AddApi(Api api)
    {
        foreach (var expose in api.Exposes)
        {
            foreach (var endpoint in expose.Endpoints)
            {
                Add(endpoint.Only?.Where, api.Name, endpoint.Only?.Origin ?? endpoint.Origin);
                foreach (var filter in endpoint.NamedFilters)
                {
                    Add(filter.Condition, api.Name, filter.Origin);
                }
            }
        }
    }

    private void Add(Expression? expression, ElementName owner, Origin origin)
    {
        if (expression is not null)
        {
            _found.Add(new Written(expression, owner, origin));
        }
    }
}
