using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;
using Ashlar.Emit;

namespace Ashlar.Tool.Workspace;

/// <summary>A system checked, generated and written; with errors, nothing is written.</summary>
internal sealed record SystemBuild(CheckedSystem System, FileSet Files, WriteOutcome Outcome)
{
    public ImmutableArray<Diagnostic> Findings => System.Findings.AddRange(Outcome.Problems);

    /// <summary>The texts that findings point into.</summary>
    public ImmutableArray<SourceFile> Shown => System.Files.AddRange(Outcome.Shown);

    public bool HasErrors => Findings.Any(found => found.IsError);

    public static SystemBuild Of(SystemFolder folder) => Of(CheckedSystem.Of(folder), []);

    /// <summary>The same, with further files that are written together with the generated ones.</summary>
    public static SystemBuild Of(CheckedSystem system, ImmutableArray<FileChange> beside)
    {
        if (system.HasErrors || system.Compilation is not { } compiled)
        {
            return new SystemBuild(system, FileSet.Of([]), new WriteOutcome(0, 0, 0));
        }

        var files = SystemEmitter.Emit(compiled.Model);
        var outcome = new GeneratedTree(system.Folder).Write(files, system.Text, ToolVersion.Text, beside);
        return new SystemBuild(system, files, outcome);
    }
}
