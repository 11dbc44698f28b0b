using Ashlar.Core.Model;
using Ashlar.Core.Model.Workflows;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Modules;
using Ashlar.Emit.Naming;
using Ashlar.Emit.Text;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Workflows;

/// <summary>`Workflows/FulfilmentState.cs`: what an instance carries from step to step, as JSON in the database.</summary>
internal static class WorkflowState
{
    /// <summary>What the start gives, then what the steps give, then the rounds that are counted.</summary>
    public static IReadOnlyList<Field> Fields(Workflow workflow) =>
    [
        .. workflow.Carried.Select(value => WorkflowNames.Held(workflow, value)),
        .. workflow.Steps.SelectMany(step => step.Ways.Select((way, i) => (way, i)).Where(item => item.way.Bound is not null)
            .Select(item => WorkflowNames.Rounds(step, item.i))),
    ];

    public static Code Record(Workflow workflow)
    {
        var owner = WorkflowNames.State(workflow);
        var types = new CSharpTypes(owner.Module);
        var forms = new KernelForm(types);
        var fields = Fields(workflow);
        var given = fields.Where(IsGivenAtStart).ToList();
        var later = fields.Where(field => !IsGivenAtStart(field)).ToList();
        var parameters = given.Select(field => Code.Of($"{types.Of(field.Type)} {PropertyOf(field)}")).ToList();
        var reads = given.Select(field => Code.Of($"{PropertyOf(field)}: {BodyReading.Of(types, owner, field)}")).ToList();
        return Code.Of($$"""
            /// <summary>What an instance of {{Prose.Comment(Phrases.One(workflow.Name))}} knows.</summary>
            internal sealed record {{Names.Type(owner)}}({{ParameterList.Of(parameters)}})
            {
                {{Code.Blocks(later.Select(field => Code.Of($"public {types.Of(field.Type)} {PropertyOf(field)} {{ get; init; }}")))}}

                /// <summary>Reads what <see cref="Write"/> wrote.</summary>
                public static {{Names.Type(owner)}} Read(JsonBody body)
                {
                    {{New(Names.Type(owner), ParameterList.Of(reads), later.Select(field => Code.Of($"{PropertyOf(field)} = {BodyReading.Of(types, owner, field)},")))}}
                    body.ThrowIfIncomplete();
                    return state;
                }

                public void Write(Utf8JsonWriter json)
                {
                    json.WriteStartObject();
                    {{Code.Lines(fields.Select(field => Write(forms, field, PropertyOf(field))))}}
                    json.WriteEndObject();
                }
            }
            """);

        Ident PropertyOf(Field field) => WorkflowNames.Property(workflow, field);

        bool IsGivenAtStart(Field field) => workflow.Carried.Any(value =>
            value.Name == workflow.Start.Name && WorkflowNames.Held(workflow, value).Name == field.Name);
    }

    private static Code New(Ident type, Code arguments, IEnumerable<Code> members)
    {
        var lines = Code.Lines(members);
        return lines.IsEmpty
            ? Code.Of($"var state = new {type}({arguments});")
            : Code.Of($$"""
                var state = new {{type}}({{arguments}})
                {
                    {{lines}}
                };
                """);
    }

    private static Code Write(KernelForm forms, Field field, Ident property) => field.Type is ValueType
        ? Code.Of($"json.WriteShape({Lit.Of(field.Name)}u8, {property});")
        : forms.Write(field.Type, Lit.Of(field.Name), Code.Of($"{property}"));
}
