using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>An api that nobody declares.</summary>
internal sealed class UnknownApi : Rule
{
    public static Diagnostic At(Location at, string name, IEnumerable<string> known) =>
        Diagnostic
            .Of<UnknownApi>(at, $"no api is named `{name}`")
            .WithLabel("not declared in any file")
            .Suggest(name, known);
}
