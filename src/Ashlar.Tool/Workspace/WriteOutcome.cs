using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Tool.Workspace;

/// <summary>What a build did to the folder: all of it, or nothing and why.</summary>
internal sealed record WriteOutcome(int Written, int Deleted, int Unchanged)
{
    public ImmutableArray<Diagnostic> Problems { get; init; } = [];

    /// <summary>Texts that problems point into, beside the model's own.</summary>
    public ImmutableArray<SourceFile> Shown { get; init; } = [];

    public static WriteOutcome Refused(params ImmutableArray<Diagnostic> problems) => new(0, 0, 0) { Problems = problems };
}
