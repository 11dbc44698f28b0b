using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>An argument that the function has no input for.</summary>
internal sealed class UnknownArgument : Rule
{
    public static Diagnostic At(Location at, string function, string name, IEnumerable<string> inputs) =>
        Diagnostic
            .Of<UnknownArgument>(at, $"`{function}` has no input `{name}`")
            .WithLabel($"not an input of `{function}`")
            .Suggest(name, inputs);
}
