using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Ashlar.Tool.Serving;

/// <summary>A compiled project, with the hash of all that it was compiled from.</summary>
internal sealed class CompiledProject(string path, string key, ImmutableArray<CompiledProject> seen, AssemblyImage image)
{
    private readonly Lazy<MetadataReference> _reference = new(() => MetadataReference.CreateFromImage(image.Code));

    public string Path { get; } = path;

    public string Key { get; } = key;

    public ImmutableArray<CompiledProject> Seen { get; } = seen;

    public AssemblyImage Image { get; } = image;

    public MetadataReference Reference => _reference.Value;
}
