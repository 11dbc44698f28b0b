using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;

namespace Ashlar.Core.Analysis;

/// <summary>
/// A check of the whole model. Every concrete class in `Rules/` is found and run; there is no list to edit. A rule
/// reads only the model and reports what it finds.
/// </summary>
public abstract class ModelRule : Rule
{
    public abstract void Check(SystemModel model, DiagnosticBag report);
}
