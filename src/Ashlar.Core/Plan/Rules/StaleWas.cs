using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Plan.Rules;

/// <summary>A `was` that has been applied: the model that is applied has the element under its new name.</summary>
internal sealed class StaleWas : Rule
{
    public override Severity Severity => Severity.Warning;

    public static Diagnostic At(WrittenRename written) =>
        Diagnostic.Of<StaleWas>(written.Location, $"`{written.Rename.Now.Name}` has its name already")
            .About(written.Rename.Now.Path)
            .WithLabel("applied before")
            .WithHelp("remove it")
            .WithFix(Fix.Remove(FixSafety.Safe, written.Location, "remove it"));
}
