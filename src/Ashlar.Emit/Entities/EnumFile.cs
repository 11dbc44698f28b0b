using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Modules;
using Ashlar.Emit.Naming;
using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Entities;

/// <summary>`Entities/Format.cs`: an enum, or the states of a field.</summary>
internal static class EnumFile
{
    public static IEnumerable<EmittedFile> Emit(Emission emission) =>
        emission.Model.Enums.Select(definition => OfEnum(emission, definition))
            .Concat(emission.Model.Entities.SelectMany(entity => entity.Fields, (entity, field) => (entity, field))
                .Where(item => item.field.State is not null)
                .Select(item => OfStates(emission, item.entity, item.field)));

    private static EmittedFile OfEnum(Emission emission, EnumDefinition definition)
    {
        var name = Names.Type(definition.Name);
        var values = definition.Values.Select(value => Code.Of($"""
            {Doc.Summary(value.Documentation)}
            {Ident.Of(value.Name)},
            """));
        var type = Code.Of($$"""
            {{Doc.Summary(definition.Documentation)}}
            public enum {{name}}
            {
                {{(definition.Values.Any(value => value.Documentation.Length > 0) ? Code.Blocks(values) : Code.Lines(values))}}
            }
            """);
        return Generated(
            $"{Homes.OfType(emission, definition.Name, definition.IsPublic, "Entities")}/{name}.cs",
            CSharpFile.Of(emission, definition.Name.Module, Header.Of("enum", definition.Name), type));
    }

    private static EmittedFile OfStates(Emission emission, Entity entity, Field field)
    {
        var name = Names.StateType(entity.Name, field.Name);
        var states = field.State?.States ?? [];
        var documentation = field.Documentation.Length > 0
            ? field.Documentation
            : $"What `{field.Name}` of {Phrases.One(entity.Name)} can be.".Replace("`", "", StringComparison.Ordinal);
        var type = Code.Of($$"""
            {{Doc.Summary(documentation)}}
            public enum {{name}}
            {
                {{Code.Lines(states.Select(state => Code.Of($"{Ident.Of(state)},")))}}
            }
            """);
        var isPublic = entity.PublicFields is { } open && open.Contains(field.Name, StringComparer.Ordinal);
        return Generated(
            $"{Homes.OfType(emission, entity.Name, isPublic, "Entities")}/{name}.cs",
            CSharpFile.Of(emission, entity.Name.Module, Header.Of("entity", entity.Name), type));
    }
}
