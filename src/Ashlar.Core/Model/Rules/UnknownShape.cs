using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A shape that nobody declares.</summary>
internal sealed class UnknownShape : Rule
{
    public static Diagnostic At(Location at, string name, IEnumerable<string> shapes) =>
        Diagnostic
            .Of<UnknownShape>(at, $"no shape is named `{name}`")
            .WithLabel("not declared in any file")
            .Suggest(name, shapes);
}
