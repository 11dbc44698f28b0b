using Ashlar.Core.Model;
using Ashlar.Core.Model.Workflows;
using Ashlar.Core.Text;

namespace Ashlar.Core.Plan;

/// <summary>An element and the place in the text that declares it.</summary>
public readonly record struct PlacedElement(ElementPath Path, Origin Origin);

/// <summary>Every element of a model that has an identity: owners before what they hold, else in model order.</summary>
public static class ModelElements
{
    public static IEnumerable<PlacedElement> Of(SystemModel model) =>
        Owners(model).Concat(Types(model)).Concat(model.Entities.SelectMany(OfEntity)).Concat(Behaviour(model))
            .Concat(model.Apis.SelectMany(OfApi));

    private static IEnumerable<PlacedElement> Owners(SystemModel model) =>
        model.Modules.Select(module => new PlacedElement(new ElementPath(ElementKind.Module, module.Name), module.Origin))
            .Concat(model.Roles.Select(role => new PlacedElement(new ElementPath(ElementKind.Role, role.Name), role.Origin)));

    private static IEnumerable<PlacedElement> Types(SystemModel model)
    {
        foreach (var item in model.Enums)
        {
            yield return At(ElementKind.Enum, item.Name, item.Origin);
            foreach (var value in item.Values)
            {
                yield return Below(ElementKind.EnumValue, item.Name, value.Name, value.Origin);
            }
        }

        foreach (var alias in model.Aliases)
        {
            yield return At(ElementKind.Scalar, alias.Name, alias.Origin);
        }

        foreach (var value in model.Values)
        {
            yield return At(ElementKind.Value, value.Name, value.Origin);
            foreach (var field in value.Fields)
            {
                yield return Below(ElementKind.Part, value.Name, field.Name, field.Origin);
            }
        }
    }

    private static IEnumerable<PlacedElement> OfEntity(Entity entity)
    {
        yield return At(ElementKind.Entity, entity.Name, entity.Origin);
        foreach (var field in entity.Fields)
        {
            yield return Below(ElementKind.Field, entity.Name, field.Name, field.Origin);
            foreach (var state in field.State?.States ?? [])
            {
                yield return Below(ElementKind.State, entity.Name, $"{field.Name}.{state}", field.Origin);
            }
        }

        foreach (var check in entity.Checks)
        {
            yield return Below(ElementKind.Check, entity.Name, check.Name, check.Origin);
        }

        foreach (var rule in entity.Uniques)
        {
            yield return Below(ElementKind.Unique, entity.Name, rule.Name, rule.Origin);
        }

        foreach (var rule in entity.Exclusives)
        {
            yield return Below(ElementKind.Exclusive, entity.Name, rule.Name, rule.Origin);
        }
    }

    private static IEnumerable<PlacedElement> Behaviour(SystemModel model) =>
    [
        .. model.Functions.Select(item => At(ElementKind.Function, item.Name, item.Origin)),
        .. model.Events.SelectMany(item => item.Fields
            .Select(field => Below(ElementKind.EventField, item.Name, field.Name, field.Origin))
            .Prepend(At(ElementKind.Event, item.Name, item.Origin))),
        .. model.Actions.Select(item => At(ElementKind.Action, item.Name, item.Origin)),
        .. model.Views.Select(item => At(ElementKind.View, item.Name, item.Origin)),
        .. model.Slots.Select(item => At(ElementKind.Slot, item.Name, item.Origin)),
        .. model.Configs.Select(item => At(ElementKind.Config, item.Name, item.Origin)),
        .. model.Workflows.SelectMany(OfWorkflow),
        .. model.Shapes.Select(item => At(ElementKind.Shape, item.Name, item.Origin)),
    ];

    private static IEnumerable<PlacedElement> OfWorkflow(Workflow workflow) =>
    [
        At(ElementKind.Workflow, workflow.Name, workflow.Origin),
        .. workflow.Steps.Select(step => Below(ElementKind.Step, workflow.Name, step.Name, step.Origin)),
        .. workflow.Ends.Select(end => Below(ElementKind.Step, workflow.Name, end, workflow.Origin)),
        .. workflow.GivenNames().Select(name => Below(ElementKind.Given, workflow.Name, name, workflow.Origin)),
        .. workflow.Steps.Select(step => step.Work).OfType<TaskWork>().SelectMany(task => task.Asks.Select(field =>
            Below(ElementKind.Answer, workflow.Name, NamedValue(task.Result, field.Name), field.Origin))),
    ];

    private static string NamedValue(string? name, string field) => $"{name}.{field}";

    private static IEnumerable<PlacedElement> OfApi(Api api) =>
    [
        At(ElementKind.Api, api.Name, api.Origin),
        .. api.Exposes.SelectMany(expose => expose.Endpoints.Select(endpoint => Below(
            ElementKind.Endpoint, api.Name, $"{expose.Entity}.{Spelling.Camel(endpoint.Kind.ToString())}", endpoint.Origin))),
        .. api.Offers().Select(run => Below(ElementKind.Endpoint, api.Name, run.Action.ToString(), run.Origin)),
        .. api.Views.Select(view => Below(ElementKind.Endpoint, api.Name, view.View.ToString(), view.Origin)),
    ];

    private static PlacedElement At(ElementKind kind, ElementName name, Origin origin) => new(ElementPath.Of(kind, name), origin);

    private static PlacedElement Below(ElementKind kind, ElementName owner, string name, Origin origin) =>
        new(new ElementPath(kind, $"{owner}.{name}"), origin);
}
