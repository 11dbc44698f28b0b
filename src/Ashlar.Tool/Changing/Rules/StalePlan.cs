using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Tool.Changing.Rules;

/// <summary>The plan that was read is not the one that would be applied.</summary>
internal sealed class StalePlan : Rule
{
    public static Diagnostic Of(string wanted, string found) =>
        Diagnostic.Of<StalePlan>(Location.None, $"the plan is not `{wanted}` any more")
            .WithNote($"it is `{found}` now: the model, the history or the version of ashlar changed since it was read")
            .WithNote("nothing was changed")
            .WithHelp("read the new one with `ashlar plan`");
}
