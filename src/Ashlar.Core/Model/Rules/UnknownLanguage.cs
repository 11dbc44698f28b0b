using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A language tag that does not exist.</summary>
internal sealed class UnknownLanguage : Rule
{
    public static Diagnostic At(Location at, string tag) =>
        Diagnostic.Of<UnknownLanguage>(at, $"no language has the tag `{tag}`")
            .WithLabel("not a tag of two letters that stands for a language")
            .WithHelp("write the two letters of the language, such as `en`");
}
