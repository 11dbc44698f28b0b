using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;

namespace Ashlar.Core.Analysis.Naming;

/// <summary>The names of tables, columns, classes and members that are made from a model.</summary>
internal static class GeneratedNames
{
    public static IEnumerable<GeneratedName> Of(SystemModel model) =>
        model.Entities.Items.SelectMany(entity => Of(model, entity))
            .Concat(model.Values.Items.SelectMany(value => Members(value.Name, value.Fields)))
            .Concat(model.Enums.Items.SelectMany(Members))
            .Concat(model.Shapes.Items.SelectMany(Members))
            .Concat(Types(model))
            .Concat(Modules(model));

    private static IEnumerable<GeneratedName> Of(SystemModel model, Entity entity) =>
        Tables(entity).Concat(Columns(model, entity)).Concat(Members(entity.Name, entity.Fields));

    private static IEnumerable<GeneratedName> Tables(Entity entity)
    {
        var table = $"{Spelling.Snake(entity.Name.Module)}_{Spelling.Snake(entity.Plural)}";
        yield return new GeneratedName("the database", $"table {table}", entity.Name.Name, entity.Origin);
        foreach (var field in entity.Fields)
        {
            if (field.Type is ListType && field.Relation is null or { Kind: RelationKind.Linked })
            {
                var name = $"table {table}_{Spelling.Snake(field.Name)}";
                yield return new GeneratedName("the database", name, $"{entity.Name.Name}.{field.Name}", field.Origin);
            }
        }
    }

    private static IEnumerable<GeneratedName> Columns(SystemModel model, Entity entity)
    {
        var place = $"the table of {entity.Name}";
        foreach (var field in entity.Fields.Where(field => field.IsStoredInRow))
        {
            if (field.Type is Model.Types.ValueType type && model.Value(type.Value) is { } value)
            {
                foreach (var part in value.Fields)
                {
                    var column = Spelling.Snake($"{field.Name}_{HeldAs(part)}");
                    yield return new GeneratedName(place, $"column {column}", $"{field.Name}.{part.Name}", field.Origin);
                }
            }
            else
            {
                yield return new GeneratedName(place, $"column {Spelling.Snake(HeldAs(field))}", field.Name, field.Origin);
            }
        }
    }

    private static IEnumerable<GeneratedName> Members(ElementName owner, IEnumerable<Field> fields) =>
        fields.Select(field =>
            new GeneratedName($"class {owner}", $"property {Spelling.Pascal(HeldAs(field))}", field.Name, field.Origin));

    private static IEnumerable<GeneratedName> Members(EnumDefinition type) =>
        type.Values.Select(value =>
            new GeneratedName($"enum {type.Name}", $"value {Spelling.Pascal(value.Name)}", value.Name, value.Origin));

    private static IEnumerable<GeneratedName> Members(Shape shape) =>
        shape.Fields.Select(field =>
            new GeneratedName($"record {shape.Name}", $"property {Spelling.Pascal(field.Name)}", field.Name, field.Origin));

    /// <summary>A state field has a type of its own, called after the entity and the field.</summary>
    private static IEnumerable<GeneratedName> Types(SystemModel model)
    {
        var declared = model.Enums.Items.Select(one => (one.Name, one.Origin))
            .Concat(model.Values.Items.Select(one => (one.Name, one.Origin)))
            .Concat(model.Entities.Items.Select(one => (one.Name, one.Origin)))
            .Concat(model.Shapes.Items.Select(one => (one.Name, one.Origin)));
        foreach (var (name, origin) in declared)
        {
            yield return new GeneratedName($"module {name.Module}", $"class {Spelling.Pascal(name.Name)}", name.Name, origin);
        }

        foreach (var entity in model.Entities)
        {
            foreach (var field in entity.Fields.Where(field => field.State is not null))
            {
                var name = $"class {Spelling.Pascal(entity.Name.Name)}{Spelling.Pascal(field.Name)}";
                var source = $"{entity.Name.Name}.{field.Name}";
                yield return new GeneratedName($"module {entity.Name.Module}", name, source, field.Origin);
            }
        }
    }

    /// <summary>Projects and folders, which some file systems do not tell apart by capital letters.</summary>
    private static IEnumerable<GeneratedName> Modules(SystemModel model) =>
        model.Modules.Select(module =>
            new GeneratedName("the solution", $"project {module.Name.ToLowerInvariant()}", module.Name, module.Origin));

    /// <summary>A reference and a file are held by the id of their row.</summary>
    private static string HeldAs(Field field) =>
        field.Type is ReferenceType or ScalarType { Scalar: Scalar.File } ? field.Name + "Id" : field.Name;
}
