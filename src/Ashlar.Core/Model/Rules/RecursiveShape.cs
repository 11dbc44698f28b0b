using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A shape that contains itself.</summary>
internal sealed class RecursiveShape : Rule
{
    public static Diagnostic At(Location at, string name) =>
        Diagnostic.Of<RecursiveShape>(at, $"the shape `{name}` contains itself")
            .WithLabel("its document would have no end")
            .WithHelp("use a smaller shape that does not lead back");
}
