using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Plan.Rules;

/// <summary>A field has to have a value, and rows that exist have none.</summary>
internal sealed class UndecidedFill : Rule
{
    public static Diagnostic At(Asked asked)
    {
        var name = KindNames.Short(asked.Path);
        return Diagnostic.Of<UndecidedFill>(asked.Place.Location, $"rows that exist have no value for `{name}`")
            .About(asked.Path.Path)
            .WithLabel("every row has to have one")
            .WithHelp($"say which: `fill {name} = VALUE because \"REASON\"` in a block `change {{ … }}`")
            .WithHelp("give it a default, or let it be absent");
    }
}
