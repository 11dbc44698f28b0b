using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>An enum without values.</summary>
internal sealed class EmptyEnum : Rule
{
    public static Diagnostic At(Location at, string name) =>
        Diagnostic.Of<EmptyEnum>(at, $"the enum `{name}` has no values")
            .WithLabel("nothing can have this type")
            .WithHelp("list its values in the braces");
}
