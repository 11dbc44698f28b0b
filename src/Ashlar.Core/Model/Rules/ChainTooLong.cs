using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>Declarations that build on each other in too long a row.</summary>
internal sealed class ChainTooLong : Rule
{
    public static Diagnostic At(Location at, string name, int most) =>
        Diagnostic.Of<ChainTooLong>(at, $"`{name}` builds on more than {most} declarations in a row")
            .WithLabel("too long a row")
            .WithHelp("let it build on fewer");
}
