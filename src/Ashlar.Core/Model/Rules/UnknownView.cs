using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A view that nobody declares.</summary>
internal sealed class UnknownView : Rule
{
    public static Diagnostic At(Location at, string name, IEnumerable<string> known) =>
        Diagnostic
            .Of<UnknownView>(at, $"no view is named `{name}`")
            .WithLabel("not declared in any file")
            .Suggest(name, known);
}
