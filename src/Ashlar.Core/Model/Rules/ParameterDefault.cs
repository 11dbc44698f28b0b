using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A default of a parameter that would have to be calculated.</summary>
internal sealed class ParameterDefault : Rule
{
    public static Diagnostic At(Site site, ExpressionSyntax node) =>
        Diagnostic.Of<ParameterDefault>(
            site.At(node), "what a request means that leaves a parameter out is a constant, `now` or `today`")
            .WithLabel("would have to be calculated")
            .WithHelp("make the parameter optional, and calculate the value where it is used: `parameter ?? …`");
}
