using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A pattern that .NET and the databases would not read in the same way.</summary>
internal sealed class PatternForm : Rule
{
    public static Diagnostic At(Location at, PatternProblem problem) =>
        Diagnostic.Of<PatternForm>(at, problem.Message).WithLabel("not in the language of patterns").WithHelp(problem.Help);
}
