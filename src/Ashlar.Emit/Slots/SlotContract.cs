using System.Globalization;
using Ashlar.Core.Model;
using Ashlar.Core.Text;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Modules;
using Ashlar.Emit.Naming;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Slots;

/// <summary>`IAnnuity.cs` and `AnnuityResult.cs`: what people implement, and what their code answers.</summary>
internal static class SlotContract
{
    public static IEnumerable<EmittedFile> Emit(Emission emission) =>
        emission.Model.Slots.SelectMany(slot => new[]
        {
            Of(emission, slot, SlotNames.Interface(slot), Interface(emission, slot)),
            Of(emission, slot, SlotNames.Result(slot), Result(slot)),
        });

    /// <summary>`decimal amount, int months, CancellationToken cancellation`.</summary>
    public static Code Parameters(Emission emission, SlotDefinition slot)
    {
        var types = new CSharpTypes(slot.Name.Module);
        var inputs = slot.Inputs.Select(input => Code.Of($"{types.Of(input.Type)} {LocalNames.Of(input.Name)}"));
        var key = slot.Effect.IsNone ? [] : new[] { Code.Of($"string {Key(slot)}") };
        var given = new SlotCapabilities(emission, slot).Parameters;
        return ParameterList.Of([.. inputs, .. given, .. key, Code.Of($"CancellationToken {Cancellation(slot)}")]);
    }

    /// <summary>What no input is called.</summary>
    private static Ident Cancellation(SlotDefinition slot) => Free(slot, "cancellation", "cancellationToken");

    /// <summary>The same in every call for one step, however often it is tried.</summary>
    private static Ident Key(SlotDefinition slot) => Free(slot, "key", "callKey");

    private static Ident Free(SlotDefinition slot, string wanted, string otherwise) =>
        Ident.Of(slot.Inputs.Any(input => LocalNames.Of(input.Name).Text == wanted) ? otherwise : wanted);

    private static EmittedFile Of(Emission emission, SlotDefinition slot, Ident name, Code type) => SlotFile.Of(
        emission, slot.Name.Module, name.Text, Header.Of("slot", slot.Name),
        SlotNames.Namespace(emission, slot.Name.Module), type);

    private static Code Interface(Emission emission, SlotDefinition slot)
    {
        var seconds = slot.Timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        var about = slot.Documentation.Length > 0 ? slot.Documentation : $"The slot {Spelling.Spaced(slot.Name.Name)}.";
        return Code.Of($$"""
            {{Doc.Summary($"{about}\nDeclared in {slot.Line}.")}}
            public interface {{SlotNames.Interface(slot)}}
            {
                {{Doc.Summary($"{Promise(slot)} A call takes {seconds} s at most, then it is cancelled.")}}
                {{SlotNames.Result(slot)}} Run({{Parameters(emission, slot)}});
            }
            """);
    }

    private static string Promise(SlotDefinition slot) => slot.Effect.Kind switch
    {
        EffectKind.None => "With the same inputs it gives the same.",
        EffectKind.Idempotent => "Called again with the same key it does nothing more, and gives the same.",
        EffectKind.Reconcile when slot.Effect.ReconciledBy is { } finder =>
            $"Whether a call was done that did not answer, the slot {finder.Name} finds out with the same key.",
        _ => "It is called once: nobody finds out how a call ended that did not answer.",
    };

    private static Code Result(SlotDefinition slot)
    {
        var types = new CSharpTypes(slot.Name.Module);
        var given = slot.Output.Fields
            .Select(field => Code.Of($"{types.Of(field.Type)} {SlotNames.Output(slot, field)}")).ToList();
        var result = SlotNames.Result(slot);
        return Code.Of($$"""
            {{Doc.Summary($"What the slot {slot.Name.Name} answers: {(slot.Failures.IsEmpty ? "what it gives." : "what it gives, or why it gives nothing.")}")}}
            public abstract record {{result}}
            {
                private {{result}}()
                {
                }

                /// <summary>What it gives.</summary>
                public sealed record Ok({{ParameterList.Of(given)}}) : {{result}};

                {{Code.Blocks(slot.Failures.Select(failure => Code.Of($"""
                    {Doc.Summary(failure.Message)}
                    public sealed record {SlotNames.Failure(slot, failure)} : {result};
                    """)))}}
            }
            """);
    }
}
