using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Tool.Workspace;

/// <summary>The model files of a system as read, and what kept one from being read. With problems, nothing is compiled.</summary>
internal sealed record ModelText(ImmutableArray<SourceFile> Files, ImmutableArray<Diagnostic> Problems)
{
    public static ModelText Refused(Diagnostic problem) => new([], [problem]);
}
