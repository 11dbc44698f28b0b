using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A step or an end that the workflow does not have.</summary>
internal sealed class UnknownStep : Rule
{
    public static Diagnostic At(Location at, string name, IEnumerable<string> known) =>
        Diagnostic
            .Of<UnknownStep>(at, $"the workflow has no step or end `{name}`")
            .WithLabel("leads nowhere")
            .Suggest(name, known);
}
