using Ashlar.Core.Model;
using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Slots;

/// <summary>`custom/NAME.MODULE/Annuity.cs`: where people begin. Written once, and it fails until they write the code.</summary>
internal static class SlotStub
{
    public static IEnumerable<EmittedFile> Emit(Emission emission) => emission.Model.Slots
        .Select(slot => Once(SlotNames.File(emission, slot), Content(emission, slot)));

    private static Code Content(Emission emission, SlotDefinition slot)
    {
        var message = $"The slot {slot.Name}, declared in {slot.Line}, is not written yet: write "
            + $"{SlotNames.File(emission, slot)}.";
        return Code.Of($$"""
            namespace {{SlotNames.Namespace(emission, slot.Name.Module)}};

            {{Doc.Summary(slot.Documentation.Length > 0 ? slot.Documentation : $"The slot {slot.Name}.")}}
            public sealed class {{SlotNames.Class(slot)}} : {{SlotNames.Interface(slot)}}
            {
                /// <inheritdoc />
                public {{SlotNames.Result(slot)}} Run({{SlotContract.Parameters(emission, slot)}}) =>
                    throw new NotImplementedException(
                        {{Lit.Of(message)}});
            }
            """);
    }
}
