using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Plan.Rules;

/// <summary>A value of an enum or a state is gone, and rows may hold it.</summary>
internal sealed class UndecidedValue : Rule
{
    public static Diagnostic At(AskedValue asked, IReadOnlyCollection<string> values)
    {
        var name = KindNames.Short(asked.Path);
        var decision = $"map {name} {{ {asked.Value} -> {values.FirstOrDefault() ?? "VALUE"} }}";
        return Diagnostic.Of<UndecidedValue>(asked.Place.Location, $"`{name}` had the value `{asked.Value}`, which rows may hold")
            .About(asked.Path.Path)
            .WithLabel("has no such value now")
            .WithNearest(values)
            .WithHelp($"say what it becomes: `{ChangeText.Of(decision, "REASON")}` in a block `change {{ … }}`")
            .WithHelp($"write `was {asked.Value}` behind the value that it is now, if it was renamed");
    }
}
