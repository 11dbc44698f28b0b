using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A row with a name that stands for something else.</summary>
internal sealed class RowName : Rule
{
    public static Diagnostic At(Location at, string name) =>
        Diagnostic
            .Of<RowName>(at, $"`{name}` is a word of the language, not a name for a row")
            .WithLabel("means something else")
            .WithHelp("choose another name");
}
