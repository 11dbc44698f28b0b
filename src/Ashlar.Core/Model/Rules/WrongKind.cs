using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A name that stands for something else than what is expected.</summary>
internal sealed class WrongKind : Rule
{
    public static Diagnostic At(Location at, string name, Element found, string wanted) =>
        Diagnostic.Of<WrongKind>(at, $"`{name}` is {found.Kind}, but {wanted} is expected")
            .WithLabel($"not {wanted}")
            .Mismatch(wanted, found.Kind)
            .WithRelated(found.NameLocation, "declared here")
            .WithHelp($"name {wanted} here");
}
