using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>An action that nobody declares.</summary>
internal sealed class UnknownAction : Rule
{
    public static Diagnostic At(Location at, string name, IEnumerable<string> known) =>
        Diagnostic
            .Of<UnknownAction>(at, $"no action is named `{name}`")
            .WithLabel("not declared in any file")
            .Suggest(name, known);
}
