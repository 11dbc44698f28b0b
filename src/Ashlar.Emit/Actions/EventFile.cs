using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Modules;
using Ashlar.Emit.Naming;
using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Actions;

/// <summary>`Events/OrderPlaced.cs`: an event as a record that is written as JSON and read from it.</summary>
internal static class EventFile
{
    public static IEnumerable<EmittedFile> Emit(Emission emission)
    {
        foreach (var happened in emission.Model.Events)
        {
            var home = Homes.OfType(emission, happened.Name, happened.IsPublic, "Events");
            yield return Generated(
                $"{home}/{Names.Type(happened.Name)}.cs",
                CSharpFile.Of(emission, happened.Name.Module, Header.Of("event", happened.Name), Record(happened)));

            // What was told is read as it is: the bounds were for whoever told it.
            var fields = happened.Fields.Where(FieldsFile.IsOneField)
                .Select(field => field with { Constraints = new() { MaxLength = int.MaxValue } }).ToList();
            if (fields.Count > 0)
            {
                yield return Generated(
                    $"{home}/{FieldsFile.Class(happened.Name)}.cs",
                    FieldsFile.Content(emission, happened.Name, Header.Of("event", happened.Name), fields));
            }
        }
    }

    private static Code Record(EventDefinition happened)
    {
        var types = new CSharpTypes(happened.Name.Module);
        var forms = new KernelForm(types);
        var name = Names.Type(happened.Name);
        var access = happened.IsPublic ? Code.Of($"public") : Code.Of($"internal");
        var parameters = happened.Fields.Select(field => Code.Of($"{types.Of(field.Type)} {PropertyOf(field)}")).ToList();
        var reads = happened.Fields.Select(field =>
            Code.Of($"{PropertyOf(field)}: {BodyReading.Of(types, happened.Name, field with { Default = null })}"));
        return Code.Of($$"""
            {{Doc.Summary(happened.Documentation.Length > 0 ? happened.Documentation : $"What is told of {Phrases.One(happened.Name)}.")}}
            {{access}} sealed record {{name}}({{ParameterList.Of(parameters)}}) : IEvent
            {
                string IEvent.Name => {{Lit.Of(happened.Name.ToString())}};

                string? IEvent.Subject => {{Subject(happened)}};

                /// <summary>Reads what <see cref="Write"/> wrote.</summary>
                public static {{name}} Read(JsonBody body)
                {
                    var told = new {{name}}({{ParameterList.Of([.. reads])}});
                    body.ThrowIfIncomplete();
                    return told;
                }

                /// <inheritdoc />
                public void Write(Utf8JsonWriter json)
                {
                    json.WriteStartObject();
                    {{Code.Lines(happened.Fields.Select(field => Write(forms, field, PropertyOf(field))))}}
                    json.WriteEndObject();
                }
            }
            """);

        Ident PropertyOf(Field field) => Names.Property(happened.Name, field);
    }

    private static Code Write(KernelForm forms, Field field, Ident property) => field.Type is ValueType
        ? Code.Of($"json.WriteShape({Lit.Of(field.Name)}u8, {property});")
        : forms.Write(field.Type, Lit.Of(field.Name), Code.Of($"{property}"));

    private static Code Subject(EventDefinition happened)
    {
        if (happened.Per is not { } per || happened.Field(per) is not { } field)
        {
            return Code.Of($"null");
        }

        var property = Names.Property(happened.Name, field);
        return field.Type switch
        {
            ReferenceType or EnumType or ScalarType { Scalar: Scalar.Uuid or Scalar.Weekday } =>
                Code.Of($"{property}.ToString()"),
            ScalarType { Scalar: Scalar.Duration } => Code.Of($"{property}.ToString(\"c\", CultureInfo.InvariantCulture)"),
            ScalarType { Scalar: Scalar.Text or Scalar.Email or Scalar.Url or Scalar.Zone } => Code.Of($"{property}"),
            _ => Code.Of($"{property}.ToString(CultureInfo.InvariantCulture)"),
        };
    }
}
