using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Tool.Workspace;

/// <summary>
/// What a build changes on disk, or why it may not. <see cref="Shown"/> holds the texts that problems point into.
/// </summary>
internal sealed record WritePlan(
    ImmutableArray<FileChange> Changes, int Unchanged, ImmutableArray<Diagnostic> Problems, ImmutableArray<SourceFile> Shown);
