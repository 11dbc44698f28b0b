using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>An expression that is nested deeper than any reader follows.</summary>
internal sealed class ExpressionTooDeep : Rule
{
    public static Diagnostic At(Location at, int most) =>
        Diagnostic.Of<ExpressionTooDeep>(at, $"the expression is nested more than {most} deep")
            .WithLabel("too deep")
            .WithHelp("split it, and name its parts as functions");
}
