using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Plan.Rules;

/// <summary>Something that holds data is gone, and nobody said that the data may go.</summary>
internal sealed class UndecidedDrop : Rule
{
    public static Diagnostic At(Asked asked)
    {
        var name = KindNames.Short(asked.Path);
        var decision = ChangeText.Of($"drop {name}", "Nobody needs it any more.");
        return Diagnostic.Of<UndecidedDrop>(asked.Place.Location, $"`{name}` is gone, and what it holds would be lost")
            .About(asked.Path.Path)
            .WithLabel($"had the {KindNames.Of(asked.Path.Kind)} `{asked.Path.Name}`")
            .WithHelp($"say that it may go: `{decision}` in a block `change {{ … }}`")
            .WithHelp("write it back into the model, if it is still needed")
            .WithFix(ChangeText.Adding(asked.Place, decision, $"drop `{name}` and what it holds"));
    }
}
