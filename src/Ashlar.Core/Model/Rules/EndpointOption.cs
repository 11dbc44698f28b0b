using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>Something that shapes another operation than the one it stands at.</summary>
internal sealed class EndpointOption : Rule
{
    public static Diagnostic At(Location at, string option, string operation) =>
        Diagnostic.Of<EndpointOption>(at, $"`{option}` means nothing for `{operation}`")
            .WithLabel("has no effect")
            .WithHelp("leave it out");
}
