using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Modules;
using Ashlar.Emit.Naming;
using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Slots;

/// <summary>`Slots/AnnuityCall.cs`: calls hand-written code and holds it to what the model says.</summary>
internal static class SlotCallFile
{
    public static IEnumerable<EmittedFile> Emit(Emission emission) => emission.Model.Slots.Select(slot => Generated(
        $"{Folders.Module(emission, slot.Name.Module)}/Slots/{SlotNames.Call(slot)}.cs",
        CSharpFile.Of(emission, slot.Name.Module, Header.Of("slot", slot.Name), Content(emission, slot))));

    private static Code Content(Emission emission, SlotDefinition slot)
    {
        var members = new SlotMembers(emission, slot);
        var run = Run(emission, slot, members);
        return Code.Of($$"""
            {{Doc.Summary($"Calls the slot {slot.Name.Name}, and holds what it gives to what the model says.")}}
            internal static class {{SlotNames.Call(slot)}}
            {
                private static readonly SlotBoundary Boundary = new({{Lit.Of(slot.Name.ToString())}}, {{CSharpConstant.Of(slot.Timeout)}});

                {{Code.Blocks(slot.Failures.Select(failure => Failure(slot, failure)))}}

                {{Code.Lines(members.Fields)}}

                {{run}}

                {{Code.Blocks(members.Conversions)}}

                /// <summary>What it gives.</summary>
                public sealed record Output({{ParameterList.Of([.. slot.Output.Fields.Select(field => Code.Of($"{members.Types.Of(field.Type)} {SlotNames.Output(slot, field)}"))])}});
            }
            """);
    }

    /// <summary>Not the name of the failure alone: the class has members of other names.</summary>
    public static Ident Refused(SlotDefinition slot, SlotFailure failure) => Ident.Of(
        $"{SlotNames.Failure(slot, failure).Text.TrimStart('@')}{(slot.Effect.IsNone ? "Refusal" : "Failure")}");

    private static Code Failure(SlotDefinition slot, SlotFailure failure) => slot.Effect.IsNone
        ? Code.Of($"""
            {Doc.Summary(failure.Message)}
            private static readonly Refusal {Refused(slot, failure)} = Refusal.Check({Lit.Of(Spelling.Kebab(failure.Name))}, {Lit.Of(failure.Message)});
            """)
        : Code.Of($"""
            {Doc.Summary(failure.Message)}
            public static readonly SlotFailure {Refused(slot, failure)} = new({Lit.Of(failure.Name)}, {Lit.Of(failure.Message)}{Code.When(failure.IsTransient, () => Code.Of($", IsTransient: true"))});
            """);

    private static Code Run(Emission emission, SlotDefinition slot, SlotMembers members)
    {
        var (code, stop, answered, outside) = (
            Free(slot, "slot"), Free(slot, "stop"), Free(slot, "answer"), Free(slot, "outside"));
        var parameters = slot.Inputs
            .Select(input => Code.Of($"{members.Types.Of(input.Type)} {LocalNames.Of(input.Name)}"))
            .Prepend(slot.Effect.IsNone ? Code.Of($"UnitOfWork work") : Code.Of($"OutsideCall {outside}"));
        var taken = slot.Inputs.Select(input => members.Take(input)).ToList();
        var key = slot.Effect.IsNone ? [] : new[] { Code.Of($"{outside}.Key") };
        var arguments = slot.Inputs.Select(members.Pass)
            .Concat(new SlotCapabilities(emission, slot).Arguments(outside, stop)).Concat(key).Append(Code.Of($"{stop}"));
        var result = SlotNames.Slots.Member(SlotNames.Result(slot));
        var values = slot.Output.Fields.Select(field => Code.Of($"{SlotNames.Output(slot, field)}: {members.Give(field)}"));
        var given = Code.Of($"new Output({ParameterList.Of([.. values])})");
        var answer = slot.Failures.IsEmpty ? given : Code.Of($"(null, {given})");
        var type = slot.Failures.IsEmpty ? Code.Of($"Output") : slot.Effect.IsNone
            ? Code.Of($"(Refusal? Refusal, Output? Given)")
            : Code.Of($"(SlotFailure? Failure, Output? Given)");
        var called = Code.Of($"await Boundary.CallAsync<{SlotNames.Slots.Member(SlotNames.Interface(slot))}, {result}>");
        return Code.Of($$"""
            {{Doc.Summary(slot.Effect.IsNone ? "Calls it within the work of an action." : "Calls it from a step of a workflow, outside of every transaction.")}}
            public static async Task<{{type}}> RunAsync({{ParameterList.Of([.. parameters])}})
            {
                {{Code.Lines(taken)}}
                var {{answered}} = {{called}}(
                    {{(slot.Effect.IsNone ? Ident.Of("work") : outside)}}, ({{code}}, {{stop}}) => {{code}}.Run({{Passed(slot, arguments)}}));
                return {{answered}} switch
                {
                    {{result}}.Ok {{members.Ok}} => {{answer}},
                    {{Code.Lines(slot.Failures.Select(failure => Code.Of($"{result}.{SlotNames.Failure(slot, failure)} => ({Refused(slot, failure)}, null),")))}}
                    _ => throw Boundary.Defect("gave an answer that is not in the model."),
                };
            }
            """);
    }

    /// <summary>What a slot is given besides its inputs takes a line each.</summary>
    private static Code Passed(SlotDefinition slot, IEnumerable<Code> arguments) => slot.Capabilities.IsEmpty
        ? Code.Join(arguments, ", ")
        : Code.Of($"""

            {Code.Join(arguments, ",\n")}
            """);

    /// <summary>A local that no input is called like.</summary>
    public static Ident Free(SlotDefinition slot, string wanted)
    {
        var local = Ident.Of(wanted);
        while (slot.Inputs.Any(input => LocalNames.Of(input.Name).Text == local.Text))
        {
            local = Ident.Of($"{local}Of{SlotNames.Class(slot).Text.TrimStart('@')}");
        }

        return local;
    }
}
