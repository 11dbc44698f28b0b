using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A module that nobody declares.</summary>
internal sealed class UnknownModule : Rule
{
    public static Diagnostic At(Location at, string name, IEnumerable<string> modules) =>
        Diagnostic
            .Of<UnknownModule>(at, $"no module is named `{name}`")
            .WithLabel("not declared in any file")
            .Suggest(name, modules);
}
