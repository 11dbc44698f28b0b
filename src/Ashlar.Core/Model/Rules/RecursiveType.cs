using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A named scalar that is defined by itself.</summary>
internal sealed class RecursiveType : Rule
{
    public static Diagnostic At(Location at, string name) =>
        Diagnostic.Of<RecursiveType>(at, $"the type `{name}` is defined by itself")
            .WithLabel("its definition leads back here")
            .WithHelp("end the chain in a type of the language, such as `text`");
}
