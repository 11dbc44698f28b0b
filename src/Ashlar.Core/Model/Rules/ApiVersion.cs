using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A version that is no whole number.</summary>
internal sealed class ApiVersion : Rule
{
    public static Diagnostic At(Location at, int most) =>
        Diagnostic.Of<ApiVersion>(at, $"the version is not a whole number from 1 to {most}")
            .WithLabel("versions are counted")
            .WithHelp("write 1 for the first version");
}
