using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Ashlar.Tool.Serving;

/// <summary>Everything that the bytes of an assembly depend on.</summary>
internal sealed record ProjectInputs(
    IReadOnlyList<SyntaxTree> Trees, ImmutableArray<CompiledProject> Seen, ImmutableArray<string> ResourceHashes)
{
    /// <summary>What did not change is the same object: a file keeps its tree, and a project its result.</summary>
    public bool AreSameAs(ProjectInputs other) =>
        Trees.SequenceEqual(other.Trees)
        && Seen.SequenceEqual(other.Seen)
        && ResourceHashes.SequenceEqual(other.ResourceHashes, StringComparer.Ordinal);
}
