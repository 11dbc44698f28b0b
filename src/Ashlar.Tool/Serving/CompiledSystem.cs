using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Tool.Serving;

/// <summary>The assemblies of a system, the host last; or what the C# compiler found wrong.</summary>
internal sealed record CompiledSystem(ImmutableArray<AssemblyImage> Images)
{
    public ImmutableArray<Diagnostic> Problems { get; init; } = [];

    /// <summary>The C# files that problems point into.</summary>
    public ImmutableArray<SourceFile> Shown { get; init; } = [];
}
