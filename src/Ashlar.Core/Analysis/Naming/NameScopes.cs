using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Model.Workflows;
using Ashlar.Core.Text;

namespace Ashlar.Core.Analysis.Naming;

/// <summary>The names of tables, columns, classes and members that are made from a model.</summary>
internal static class NameScopes
{
    /// <summary>What requests of slots are made of.</summary>
    private static readonly string[] HttpTypes = ["ISlotHttp", "SlotHttpRequest", "SlotHttpReply"];

    public static IEnumerable<NameScope> Of(SystemModel model) =>
    [
        new("project", model.Modules.Select(module =>
            new GeneratedName(module.Name.ToLowerInvariant(), module.Name, module.Origin))),
        new("table", model.Entities.SelectMany(Tables)),
        .. Classes(model).GroupBy(one => one.Module, one => one.Name, StringComparer.Ordinal)
            .Select(module => new NameScope("class", module)),
        .. model.Entities.Select(entity => new NameScope("column", Columns(model, entity))),
        .. model.Entities.Select(entity => new NameScope("property", Properties(entity.Fields))),
        .. model.Values.Select(value => new NameScope("property", Properties(value.Fields))),
        .. model.Enums.Select(one => new NameScope("value", one.Values.Select(value =>
            new GeneratedName(Spelling.Pascal(value.Name), value.Name, value.Origin)))),
        .. model.Shapes.Select(shape => new NameScope("property", shape.Fields.Select(field =>
            new GeneratedName(Spelling.Pascal(field.Name), field.Name, field.Origin)))),
        .. model.Views.Select(view => new NameScope("property", view.Columns.Select(column =>
            new GeneratedName(Spelling.Pascal(column.Name), column.Name, column.Origin)))),
        .. model.Events.Select(told => new NameScope("property", Properties(told.Fields))),
        .. model.Workflows.Select(workflow => new NameScope("property", workflow.Carried.Select(value =>
            new GeneratedName(
                string.Concat(value.Variable.Name.Split('.').Select(Spelling.Pascal)), value.Variable.Name, workflow.Origin)))),
        .. model.Workflows.Select(workflow => new NameScope("method", workflow.Steps.SelectMany(Methods))),
        .. model.Slots.Select(slot => new NameScope("property", Properties(slot.Output.Fields))),
        .. model.Configs.Select(config => new NameScope("property", Properties(config.Keys.Select(key => key.Field)))),
        .. model.Slots.GroupBy(slot => slot.Name.Module, StringComparer.Ordinal)
            .Select(module => new NameScope("class", SlotTypes(model, module.Key, module))),
    ];

    private static IEnumerable<GeneratedName> Tables(Entity entity)
    {
        var table = $"{Spelling.Snake(entity.Name.Module)}_{Spelling.Snake(entity.Plural)}";
        yield return new GeneratedName(table, entity.Name.Name, entity.Origin);
        foreach (var field in entity.Fields)
        {
            if (field.Type is ListType && field.Relation is null or { Kind: RelationKind.Linked })
            {
                var source = $"{entity.Name.Name}.{field.Name}";
                yield return new GeneratedName($"{table}_{Spelling.Snake(field.Name)}", source, field.Origin);
            }
        }
    }

    private static IEnumerable<GeneratedName> Columns(SystemModel model, Entity entity)
    {
        foreach (var field in entity.Fields)
        {
            if (!field.IsStoredInRow)
            {
                continue;
            }

            if (field.Type is Model.Types.ValueType type && model.Value(type.Value) is { } value)
            {
                foreach (var part in value.Fields)
                {
                    var column = Spelling.Snake($"{field.Name}_{HeldAs(part)}");
                    yield return new GeneratedName(column, $"{field.Name}.{part.Name}", field.Origin);
                }
            }
            else
            {
                yield return new GeneratedName(Spelling.Snake(HeldAs(field)), field.Name, field.Origin);
            }
        }
    }

    private static IEnumerable<GeneratedName> Properties(IEnumerable<Field> fields) =>
        fields.Select(field => new GeneratedName(Spelling.Pascal(HeldAs(field)), field.Name, field.Origin));

    /// <summary>A step is a method, or several that begin with its name.</summary>
    private static IEnumerable<GeneratedName> Methods(WorkflowStep step)
    {
        var parts = step.Work switch
        {
            TaskWork => ["Title", "Check", "Answered"],
            WaitWork wait => wait.Events.Select(one => one.Event.Name).Distinct(StringComparer.Ordinal),
            _ => [""],
        };
        return parts.Select(part => new GeneratedName(step.Name + part, step.Name, step.Origin));
    }

    /// <summary>The code of a slot has its contract, its class and its answer beside the types that slots name.</summary>
    private static IEnumerable<GeneratedName> SlotTypes(SystemModel model, string module, IEnumerable<SlotDefinition> slots) =>
    [
        .. slots.SelectMany(slot => ((string[])[slot.Name.Name, "I" + slot.Name.Name, slot.Name.Name + "Result"])
            .Select(name => new GeneratedName(name, slot.Name.Name, slot.Origin))),
        .. slots.Where(slot => !slot.Capabilities.IsEmpty).Take(1).SelectMany(slot => HttpTypes
            .Select(name => new GeneratedName(name, slot.Name.Name, slot.Origin))),
        .. model.Configs.Where(config => config.Name.Module == module)
            .Select(config => new GeneratedName(
                Spelling.Pascal(config.Name.Name) + "Settings", config.Name.Name, config.Origin)),
        .. model.Enums.Where(one => one.Name.Module == module)
            .Select(one => new GeneratedName(one.Name.Name, one.Name.Name, one.Origin)),
        .. model.Values.Where(one => one.Name.Module == module)
            .Select(one => new GeneratedName(one.Name.Name, one.Name.Name, one.Origin)),
    ];

    /// <summary>A state has a type of its own, called after the entity and the field; so have the requests of a file.</summary>
    private static IEnumerable<(string Module, GeneratedName Name)> Classes(SystemModel model)
    {
        var declared = model.Enums.Select(one => (one.Name, one.Origin))
            .Concat(model.Values.Select(one => (one.Name, one.Origin)))
            .Concat(model.Entities.Select(one => (one.Name, one.Origin)))
            .Concat(model.Shapes.Select(one => (one.Name, one.Origin)))
            .Concat(model.Events.Select(one => (one.Name, one.Origin)));
        foreach (var (name, origin) in declared)
        {
            yield return (name.Module, new GeneratedName(Spelling.Pascal(name.Name), name.Name, origin));
        }

        foreach (var request in Requests(model))
        {
            yield return request;
        }

        foreach (var view in model.Views)
        {
            var name = Spelling.Pascal(view.Name.Name);
            yield return (view.Name.Module, new GeneratedName(name, view.Name.Name, view.Origin));
            yield return (view.Name.Module, new GeneratedName(name + "Item", view.Name.Name, view.Origin));
        }

        foreach (var action in model.Actions)
        {
            var name = Spelling.Pascal(action.Name.Name);
            yield return (action.Name.Module, new GeneratedName(name, action.Name.Name, action.Origin));
        }

        foreach (var workflow in model.Workflows)
        {
            var answers = workflow.Steps.Where(step => step.Work is TaskWork).Select(step => step.Name + "Fields");
            foreach (var part in answers.Concat(["", "Step", "State", "StateFields"]))
            {
                var name = Spelling.Pascal(workflow.Name.Name) + part;
                yield return (workflow.Name.Module, new GeneratedName(name, workflow.Name.Name, workflow.Origin));
            }
        }

        foreach (var config in model.Configs)
        {
            var name = Spelling.Pascal(config.Name.Name) + "Settings";
            yield return (config.Name.Module, new GeneratedName(name, config.Name.Name, config.Origin));
        }

        foreach (var slot in model.Slots)
        {
            var name = Spelling.Pascal(slot.Name.Name) + "Call";
            yield return (slot.Name.Module, new GeneratedName(name, slot.Name.Name, slot.Origin));
        }

        foreach (var entity in model.Entities)
        {
            foreach (var field in entity.Fields.Where(field => field.State is not null || IsFile(field)))
            {
                var name = (IsFile(field) ? "Upload" : "") + Spelling.Pascal(entity.Name.Name) + Spelling.Pascal(field.Name);
                yield return (entity.Name.Module, new GeneratedName(name, $"{entity.Name.Name}.{field.Name}", field.Origin));
            }
        }
    }

    /// <summary>What an API offers of an entity has a class of its own; of several APIs the first has the plain name.</summary>
    private static IEnumerable<(string Module, GeneratedName Name)> Requests(SystemModel model)
    {
        foreach (var entity in model.Entities)
        {
            var endpoints = model.ExposesOf(entity.Name).SelectMany(expose => expose.Endpoints.Items);
            foreach (var endpoint in endpoints.DistinctBy(endpoint => endpoint.Kind))
            {
                var name = endpoint.Kind == EndpointKind.List ? $"List{entity.Plural}" : $"{endpoint.Kind}{entity.Name.Name}";
                var source = $"{endpoint.Kind}".ToLowerInvariant();
                yield return (entity.Name.Module, new GeneratedName(name, $"{entity.Name.Name}.{source}", endpoint.Origin));
            }
        }
    }

    private static bool IsFile(Field field) => field.Type is ScalarType { Scalar: Scalar.File };

    /// <summary>A reference and a file are held by the id of their row.</summary>
    private static string HeldAs(Field field) =>
        field.Type is ReferenceType || IsFile(field) ? field.Name + "Id" : field.Name;
}
