using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Modules;
using Ashlar.Emit.Naming;
using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Entities;

/// <summary>`Entities/Address.cs`: a value with fields, as a record that bodies, rows and replies share.</summary>
internal static class ValueFile
{
    public static IEnumerable<EmittedFile> Emit(Emission emission) => emission.Model.Values.Select(value => Generated(
        $"{Homes.OfType(emission, value.Name, value.IsPublic, "Entities")}/{Names.Type(value.Name)}.cs",
        CSharpFile.Of(emission, value.Name.Module, Header.Of("type", value.Name), Record(value))));

    private static Code Record(ValueDefinition value)
    {
        var types = new CSharpTypes(value.Name.Module);
        var forms = new KernelForm(types);
        var name = Names.Type(value.Name);
        return Code.Of($$"""
            {{Doc.Summary(value.Documentation.Length > 0 ? value.Documentation : $"The value of {Phrases.One(value.Name)}.")}}
            public sealed record {{name}}({{ParameterList.Of([.. value.Fields.Select(Parameter)])}}) : IShape
            {
                /// <summary>Reads it from a body.</summary>
                public static {{name}} Read(JsonBody body) => new(
                    {{Code.Join(value.Fields.Select(FromBody), ",\n")}});

                /// <summary>Reads it from the columns that begin at <paramref name="at"/>.</summary>
                public static {{name}} Read(Rows rows, int at) => new(
                    {{Code.Join(value.Fields.Select(FromRow), ",\n")}});

                /// <inheritdoc />
                public void Write(Utf8JsonWriter json)
                {
                    json.WriteStartObject();
                    {{Code.Lines(value.Fields.Select(field => forms.Write(field.Type, Lit.Of(field.Name), Code.Of($"{PropertyOf(field)}"))))}}
                    json.WriteEndObject();
                }
            }
            """);

        Ident PropertyOf(Field field) => Names.Property(value.Name, field);

        Code Parameter(Field field) => Code.Of($"{types.Of(field.Type)} {PropertyOf(field)}");

        Code FromBody(Field field) => Code.Of($"{PropertyOf(field)}: {BodyReading.Of(types, value.Name, field)}");

        Code FromRow(Field field, int index) => Code.Of(
            $"{PropertyOf(field)}: {forms.Get(field.Type, index == 0 ? Code.Of($"at") : Code.Of($"at + {index}"))}");
    }
}
