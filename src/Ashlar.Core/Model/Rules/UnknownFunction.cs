using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A function that nobody declares.</summary>
internal sealed class UnknownFunction : Rule
{
    public static Diagnostic At(Location at, string name, IEnumerable<string> functions) =>
        Diagnostic
            .Of<UnknownFunction>(at, $"no function is named `{name}`")
            .WithLabel("not declared in any file")
            .Suggest(name, functions);
}
