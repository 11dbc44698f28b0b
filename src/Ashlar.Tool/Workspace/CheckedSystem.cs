using System.Collections.Immutable;
using Ashlar.Core;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Tool.Workspace;

/// <summary>A system folder as read and compiled. A model that could not be read is not compiled.</summary>
internal sealed record CheckedSystem(SystemFolder Folder, ModelText Text, Compilation? Compilation)
{
    public ImmutableArray<Diagnostic> Findings => Compilation is { } compiled ? compiled.Diagnostics : Text.Problems;

    public ImmutableArray<SourceFile> Files => Text.Files;

    public bool HasErrors => Findings.Any(found => found.IsError);

    public static CheckedSystem Of(SystemFolder folder)
    {
        var text = folder.Read();
        return new CheckedSystem(folder, text, text.Problems.IsEmpty ? Compilation.Create(text.Files) : null);
    }
}
