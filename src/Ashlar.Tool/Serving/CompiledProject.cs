using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ashlar.Tool.Serving;

/// <summary>A compiled project with all that it was compiled from. Two are the same only when they are one object.</summary>
internal sealed class CompiledProject(
    ProjectFile file, ProjectInputs inputs, CSharpCompilation compilation, byte[] code, byte[] symbols)
{
    public string Path { get; } = file.Path;

    public ProjectInputs Inputs { get; } = inputs;

    public ImmutableArray<CompiledProject> Seen => Inputs.Seen;

    public MetadataReference Reference { get; } = compilation.ToMetadataReference();

    public AssemblyImage Image { get; } = new(file.Name, code, symbols);
}
