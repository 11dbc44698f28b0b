using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>An entity that nobody declares.</summary>
internal sealed class UnknownEntity : Rule
{
    public static Diagnostic At(Location at, string name, IEnumerable<string> entities) =>
        Diagnostic
            .Of<UnknownEntity>(at, $"no entity is named `{name}`")
            .WithLabel("not declared in any file")
            .Suggest(name, entities);
}
