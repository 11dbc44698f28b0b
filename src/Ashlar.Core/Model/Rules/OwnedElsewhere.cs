using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>An owned list of another module's rows.</summary>
internal sealed class OwnedElsewhere : Rule
{
    public static Diagnostic At(Location at, ElementName child) =>
        Diagnostic.Of<OwnedElsewhere>(at, $"`{child.Name}` belongs to another module, which alone writes its rows")
            .WithLabel("owning rows means writing them")
            .WithHelp($"let `{child.Name}` refer to this entity, and read it here with `inverse`");
}
