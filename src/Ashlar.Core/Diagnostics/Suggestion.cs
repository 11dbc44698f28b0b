using Ashlar.Core.Text;

namespace Ashlar.Core.Diagnostics;

/// <summary>Adds to a finding what exists near a misspelt name.</summary>
internal static class Suggestion
{
    /// <summary>Nearest names, a help that lists them, and a safe fix where there is exactly one.</summary>
    public static Diagnostic Suggest(this Diagnostic found, string name, IEnumerable<string> candidates)
    {
        var near = NearestNames.Of(name, candidates.Where(candidate => candidate.Length > 0));
        if (near.Count == 0)
        {
            return found;
        }

        var suggested = found.WithNearest(near).WithHelp($"use {Listing.Or(near)}");
        return near.Count == 1
            ? suggested.WithFix(Fix.Replace(FixSafety.Safe, found.Location, near[0], $"replace `{name}` with `{near[0]}`"))
            : suggested;
    }
}
