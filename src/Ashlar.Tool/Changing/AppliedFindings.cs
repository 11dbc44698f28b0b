using Ashlar.Core;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Plan;
using Ashlar.Tool.Workspace;

namespace Ashlar.Tool.Changing;

/// <summary>
/// What a model still says about changes that are applied, which `ashlar fix` takes out. What a change leaves open is no slip to
/// be mended, but a question to the author.
/// </summary>
internal sealed class AppliedFindings(SystemFolder folder)
{
    private readonly Lazy<History> _history = new(() => History.Read(folder));

    public IEnumerable<Diagnostic> Of(Compilation after) =>
        after.HasErrors || _history.Value is not { Last: not null, Problems.IsEmpty: true } history
            || history.Applied(after.Model.Name) is not { HasErrors: false } before
            ? []
            : ChangePlan.Of(before, after).Findings.Where(found => found.Fixes.Any(fix => fix.Safety == FixSafety.Safe));
}
