using System.Collections.Immutable;
using Ashlar.Core;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Tool.Workspace;

/// <summary>
/// Applies fixes and compiles again until nothing is left to fix: one fix can lay open the next finding. All fixes of a
/// round are tried together; where that gives findings that were not there before, some of them answered to the same
/// cause, and only the first one is applied.
/// </summary>
internal sealed class FixLoop(FixScope scope, bool isRisky)
{
    /// <summary>Fixes that chase each other must not go on for ever.</summary>
    private const int MostRounds = 200;

    public (ImmutableArray<SourceFile> Files, int Applied) Run(CheckedSystem system)
    {
        var state = new State(system.Files, system.Findings, Applied: 0);
        var refused = new HashSet<Diagnostic>();
        for (var round = 0; round < MostRounds; round++)
        {
            var wanted = state.Found.Where(found => scope.Covers(found, state.Files) && !refused.Contains(found)).ToList();
            if (Try(state, wanted) is { } all)
            {
                state = all;
                continue;
            }

            if (wanted.Find(HasFix) is not { } first)
            {
                break;
            }

            state = Try(state, [first]) ?? state;
            refused.Add(first);
        }

        return (state.Files, state.Applied);
    }

    /// <summary>Null where nothing was applied, or where it gave a finding that was not there before.</summary>
    private State? Try(State state, IReadOnlyList<Diagnostic> wanted)
    {
        var result = isRisky
            ? FixApplier.ApplyAll(state.Files, wanted)
            : FixApplier.ApplySafe(state.Files, wanted);
        if (result.Applied.IsEmpty)
        {
            return null;
        }

        var found = Compilation.Create(result.Files).Diagnostics;
        var known = state.Found.Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        return found.All(diagnostic => known.Contains(KeyOf(diagnostic)))
            ? new State(result.Files, found, state.Applied + result.Applied.Length)
            : null;
    }

    private bool HasFix(Diagnostic found) => found.Fixes.Any(fix => isRisky || fix.Safety == FixSafety.Safe);

    /// <summary>Without the place, which every edit before it moves.</summary>
    private static string KeyOf(Diagnostic found) => $"{found.Location.Path}\n{found.Code}\n{found.Message}";

    private sealed record State(ImmutableArray<SourceFile> Files, ImmutableArray<Diagnostic> Found, int Applied);
}
