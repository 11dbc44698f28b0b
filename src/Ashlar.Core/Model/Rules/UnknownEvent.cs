using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>An event that nobody declares.</summary>
internal sealed class UnknownEvent : Rule
{
    public static Diagnostic At(Location at, string name, IEnumerable<string> known) =>
        Diagnostic
            .Of<UnknownEvent>(at, $"no event is named `{name}`")
            .WithLabel("not declared in any file")
            .Suggest(name, known);
}
