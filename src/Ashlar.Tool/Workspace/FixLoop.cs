using System.Collections.Immutable;
using Ashlar.Core;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Tool.Workspace;

/// <summary>Applies fixes and compiles again until nothing is left to fix: one fix can lay open the next finding.</summary>
internal sealed class FixLoop(FixScope scope, bool isRisky)
{
    /// <summary>Fixes that chase each other must not go on for ever.</summary>
    private const int MostRounds = 20;

    public (ImmutableArray<SourceFile> Files, int Applied) Run(CheckedSystem system)
    {
        var files = system.Files;
        var found = system.Findings;
        var applied = 0;
        for (var round = 0; round < MostRounds; round++)
        {
            var inScope = found.Where(diagnostic => scope.Covers(diagnostic, files));
            var result = isRisky ? FixApplier.ApplyAll(files, inScope) : FixApplier.ApplySafe(files, inScope);
            if (result.Applied.IsEmpty)
            {
                break;
            }

            applied += result.Applied.Length;
            files = result.Files;
            found = Compilation.Create(files).Diagnostics;
        }

        return (files, applied);
    }
}
