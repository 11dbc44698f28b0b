using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Analysis;

/// <summary>
/// A check of the whole model. Every concrete class in `Rules/` is found and run; there is no list to edit. A rule
/// reads only the model and reports what it finds.
/// </summary>
public abstract class ModelRule : Rule
{
    public abstract void Check(ModelFacts facts, DiagnosticBag report);

    /// <summary>A finding of this rule at an element.</summary>
    protected Diagnostic At(Origin origin, string message) => new(Code, Severity, message, origin.Location);
}
