using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A final state with a transition out of it.</summary>
internal sealed class FinalStateLeft : Rule
{
    public static Diagnostic At(Location at, string state, Location final) =>
        Diagnostic.Of<FinalStateLeft>(at, $"`{state}` is final, but something follows it")
            .WithLabel("leaves a final state")
            .WithRelated(final, "said to be final")
            .WithHelp("drop it from the final states, or drop what follows");
}
