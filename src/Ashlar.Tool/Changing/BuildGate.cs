using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Emit.Migrations;
using Ashlar.Tool.Changing.Rules;
using Ashlar.Tool.Workspace;

namespace Ashlar.Tool.Changing;

/// <summary>Whether a system may be written without a plan: one without a history may, and one whose databases stay.</summary>
internal static class BuildGate
{
    public static ImmutableArray<Diagnostic> Of(SystemFolder folder)
    {
        if (!Directory.Exists(folder.PathOf(History.Folder)))
        {
            return [];
        }

        var planned = PlannedChange.Of(folder);
        return planned.History.Problems.Any(found => found.IsError) ? planned.History.Problems
            : planned.History.Last is { } last && planned.Plan is { } plan && MigrationFiles.AreNeeded(plan.Pairs)
                ? [UnappliedChange.Of(planned, last)]
                : [];
    }
}
