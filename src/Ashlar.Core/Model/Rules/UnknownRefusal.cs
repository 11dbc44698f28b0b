using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A request that fails for a reason that nobody declares.</summary>
internal sealed class UnknownRefusal : Rule
{
    public static Diagnostic At(Location at, string name, IEnumerable<string> known) =>
        Diagnostic
            .Of<UnknownRefusal>(at, $"no refusal is named `{name}`")
            .WithLabel("neither of every api nor a rule of this model")
            .Suggest(name, known);
}
