using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Plan.Rules;

/// <summary>What instances of a workflow get is the same for all of them.</summary>
internal sealed class ConstantFill : Rule
{
    public static Diagnostic At(WrittenDecision decision) =>
        Diagnostic.Of<ConstantFill>(decision.Target, $"what instances get for `{decision.Syntax.Target}` is not a constant")
            .WithLabel("the same for every instance")
            .WithHelp("write a number, a text, a value of an enum, or `true` or `false`");
}
