using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A plural that cannot become a path.</summary>
internal sealed class PluralForm : Rule
{
    public static Diagnostic At(Location at, string text) =>
        Diagnostic.Of<PluralForm>(at, $"the plural `{text}` is not made of words")
            .WithLabel("letters and digits, with spaces between words")
            .WithHelp("write the words of the plural, such as `order lines`");
}
