using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A role that nobody declares.</summary>
internal sealed class UnknownRole : Rule
{
    public static Diagnostic At(Location at, string name, IEnumerable<string> roles) =>
        Diagnostic.Of<UnknownRole>(at, $"no role is named `{name}`").WithLabel("not declared in any file").Suggest(name, roles);
}
