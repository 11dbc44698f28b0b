using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Workflows;
using Ashlar.Core.Text;

namespace Ashlar.Core.Plan;

/// <summary>Takes a model apart into its elements, and puts one together again.</summary>
public static class ModelParts
{
    public static ElementPath System { get; } = new(ElementKind.System, "");

    public static ImmutableArray<ModelPart> Of(SystemModel model) =>
    [
        new(System, Header(model)),
        .. model.Modules.Select(item => new ModelPart(new ElementPath(ElementKind.Module, item.Name), item)),
        .. model.Roles.Select(item => new ModelPart(new ElementPath(ElementKind.Role, item.Name), item)),
        .. model.Enums.SelectMany(item => Whole(
            ElementKind.Enum, item.Name, item with { Values = [] }, ElementKind.EnumValue, item.Values, value => value.Name)),
        .. Plain(ElementKind.Scalar, model.Aliases, item => item.Name),
        .. model.Values.SelectMany(item => Whole(
            ElementKind.Value, item.Name, item with { Fields = [] }, ElementKind.Part, item.Fields, field => field.Name)),
        .. model.Entities.SelectMany(OfEntity),
        .. Plain(ElementKind.Function, model.Functions, item => item.Name),
        .. model.Events.SelectMany(item => Whole(
            ElementKind.Event, item.Name, item with { Fields = [] }, ElementKind.EventField, item.Fields, field => field.Name)),
        .. Plain(ElementKind.Action, model.Actions, item => item.Name),
        .. Plain(ElementKind.View, model.Views, item => item.Name),
        .. Plain(ElementKind.Slot, model.Slots, item => item.Name),
        .. Plain(ElementKind.Config, model.Configs, item => item.Name),
        .. Plain(ElementKind.Workflow, model.Workflows, item => item.Name),
        .. Plain(ElementKind.Shape, model.Shapes, item => item.Name),
        .. Plain(ElementKind.Api, model.Apis, item => item.Name),
    ];

    public static SystemModel Join(IEnumerable<ModelPart> parts)
    {
        var byKind = parts.ToLookup(part => part.Path.Kind);
        var owned = byKind.SelectMany(kind => kind).ToLookup(part => (part.Path.Kind, part.Path.Owner), part => part.Own);
        return byKind[ElementKind.System].Select(part => part.Own).OfType<SystemModel>().Single() with
        {
            Modules = All<Module>(byKind, ElementKind.Module),
            Roles = All<Role>(byKind, ElementKind.Role),
            Enums = Sorted<EnumDefinition>(byKind, ElementKind.Enum, item => item.Name)
                .Select(item => item with { Values = Below<EnumValue>(ElementKind.EnumValue, item.Name) }).ToValueList(),
            Aliases = Sorted<ScalarAlias>(byKind, ElementKind.Scalar, item => item.Name),
            Values = Sorted<ValueDefinition>(byKind, ElementKind.Value, item => item.Name)
                .Select(item => item with { Fields = Below<Field>(ElementKind.Part, item.Name) }).ToValueList(),
            Entities = Sorted<Entity>(byKind, ElementKind.Entity, item => item.Name)
                .Select(item => item with
                {
                    Fields = Below<Field>(ElementKind.Field, item.Name),
                    Checks = Below<Check>(ElementKind.Check, item.Name),
                    Uniques = Below<UniqueRule>(ElementKind.Unique, item.Name),
                    Exclusives = Below<ExclusiveRule>(ElementKind.Exclusive, item.Name),
                }).ToValueList(),
            Functions = Sorted<Function>(byKind, ElementKind.Function, item => item.Name),
            Events = Sorted<EventDefinition>(byKind, ElementKind.Event, item => item.Name)
                .Select(item => item with { Fields = Below<Field>(ElementKind.EventField, item.Name) }).ToValueList(),
            Actions = Sorted<ActionDefinition>(byKind, ElementKind.Action, item => item.Name),
            Views = Sorted<View>(byKind, ElementKind.View, item => item.Name),
            Slots = Sorted<SlotDefinition>(byKind, ElementKind.Slot, item => item.Name),
            Configs = Sorted<ConfigDefinition>(byKind, ElementKind.Config, item => item.Name),
            Workflows = Sorted<Workflow>(byKind, ElementKind.Workflow, item => item.Name),
            Shapes = Sorted<Shape>(byKind, ElementKind.Shape, item => item.Name),
            Apis = All<Api>(byKind, ElementKind.Api),
        };

        ValueList<T> Below<T>(ElementKind kind, ElementName owner) => owned[(kind, owner.ToString())].OfType<T>().ToValueList();
    }

    private static SystemModel Header(SystemModel model) => new(model.Name)
    {
        Title = model.Title,
        TimeZone = model.TimeZone,
        Languages = model.Languages,
        Samples = model.Samples,
        Scenarios = model.Scenarios,
        Origin = model.Origin,
    };

    private static IEnumerable<ModelPart> OfEntity(Entity entity)
    {
        var own = entity with { Fields = [], Checks = [], Uniques = [], Exclusives = [] };
        return Whole(ElementKind.Entity, entity.Name, own, ElementKind.Field, entity.Fields, field => field.Name)
            .Concat(Below(ElementKind.Check, entity.Name, entity.Checks, check => check.Name))
            .Concat(Below(ElementKind.Unique, entity.Name, entity.Uniques, rule => rule.Name))
            .Concat(Below(ElementKind.Exclusive, entity.Name, entity.Exclusives, rule => rule.Name));
    }

    private static IEnumerable<ModelPart> Whole<T>(
        ElementKind kind, ElementName name, object own, ElementKind inner, IEnumerable<T> items, Func<T, string> nameOf)
        where T : class =>
        Below(inner, name, items, nameOf).Prepend(new ModelPart(ElementPath.Of(kind, name), own));

    private static IEnumerable<ModelPart> Below<T>(
        ElementKind kind, ElementName owner, IEnumerable<T> items, Func<T, string> nameOf)
        where T : class =>
        items.Select(item => new ModelPart(new ElementPath(kind, $"{owner}.{nameOf(item)}"), item));

    private static IEnumerable<ModelPart> Plain<T>(ElementKind kind, IEnumerable<T> items, Func<T, ElementName> nameOf)
        where T : class =>
        items.Select(item => new ModelPart(ElementPath.Of(kind, nameOf(item)), item));

    private static ValueList<T> All<T>(ILookup<ElementKind, ModelPart> parts, ElementKind kind) =>
        parts[kind].OrderBy(part => part.Path.Name, StringComparer.Ordinal).Select(part => part.Own).OfType<T>().ToValueList();

    private static ValueList<T> Sorted<T>(ILookup<ElementKind, ModelPart> parts, ElementKind kind, Func<T, ElementName> nameOf) =>
        parts[kind].Select(part => part.Own).OfType<T>().OrderBy(nameOf).ToValueList();
}
