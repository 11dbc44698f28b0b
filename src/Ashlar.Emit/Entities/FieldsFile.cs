using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Modules;
using Ashlar.Emit.Naming;
using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Entities;

/// <summary>
/// `Entities/BookFields.cs`: what the fields of an entity or of a value may hold,
/// as far as requests carry them.
/// </summary>
internal static class FieldsFile
{
    public static IEnumerable<EmittedFile> Emit(Emission emission) =>
        emission.Model.Entities.Select(entity => OfEntity(emission, entity)).OfType<EmittedFile>()
            .Concat(emission.Model.Values.Select(value => OfValue(emission, value)));

    /// <summary>The class that holds the fields: `BookFields`.</summary>
    public static Ident Class(ElementName name) => Ident.Of(Names.Type(name).Text + "Fields");

    private static EmittedFile? OfEntity(Emission emission, Entity entity)
    {
        var carried = Carried(emission, entity).Where(IsOneField).ToHashSet();
        return carried.Count == 0 ? null : Generated(
            $"{Folders.Module(emission, entity.Name.Module)}/Entities/{Class(entity.Name)}.cs",
            Content(emission, entity.Name, Header.Of("entity", entity.Name), entity.Fields.Where(carried.Contains)));
    }

    private static EmittedFile OfValue(Emission emission, ValueDefinition value) => Generated(
        $"{Homes.OfType(emission, value.Name, value.IsPublic, "Entities")}/{Class(value.Name)}.cs",
        Content(emission, value.Name, Header.Of("type", value.Name), value.Fields));

    /// <summary>The class with these fields, as one file.</summary>
    public static Code Content(Emission emission, ElementName owner, Code header, IEnumerable<Field> fields)
    {
        var definitions = new FieldDefinition(new CSharpTypes(owner.Module));
        return CSharpFile.Of(emission, owner.Module, header, Code.Of($$"""
            /// <summary>What the fields of {{Prose.Comment(Phrases.One(owner))}} may hold.</summary>
            internal static class {{Class(owner)}}
            {
                {{Code.Lines(fields.Select(field => definitions.Member(owner, field)))}}
            }
            """));
    }

    private static IEnumerable<Field> Carried(Emission emission, Entity entity)
    {
        var written = Creations.Of(emission, entity) is { } creation
            ? creation.Fields.Where(field => field.IsInBody).Select(field => field.Field)
            : [];
        var uploaded = emission.FileOperations
            .Where(operation => operation.Entity.Name == entity.Name && operation.Action == FileAction.Upload)
            .Select(operation => operation.Field);
        var operations = emission.OperationsOn(entity.Name).ToList();
        var updated = operations.Where(operation => operation.Kind == EndpointKind.Update)
            .SelectMany(operation => WritableFields.Of(entity, operation.Endpoint));
        var filtered = operations.SelectMany(operation => operation.Endpoint.Filters)
            .Select(filter => entity.Field(filter.Field)).OfType<Field>();
        var signIn = emission.HasPasswords && entity.IsPrincipal ? entity.Fields.Where(IsCredential) : [];
        return written.Concat(updated).Concat(filtered).Concat(signIn).Concat(uploaded);
    }

    private static bool IsCredential(Field field) => SignInFields.IsLogin(field) || SignInFields.IsPassword(field);

    /// <summary>Values have classes of their own, and rows of other tables are read by their class.</summary>
    public static bool IsOneField(Field field) => field.Type is not ValueType and not ListType { Item: ValueType }
        && field.Relation is not { Kind: RelationKind.Owned };
}
