using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A call that leaves an input out.</summary>
internal sealed class MissingArgument : Rule
{
    public static Diagnostic At(Location at, string function, IReadOnlyList<string> missing) =>
        Diagnostic.Of<MissingArgument>(at, $"`{function}` lacks {Listing.And(missing)}")
            .WithLabel("an input has no value")
            .WithHelp($"give {Listing.And(missing)} by name");
}
