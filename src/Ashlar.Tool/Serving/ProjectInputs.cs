using System.Collections.Immutable;

namespace Ashlar.Tool.Serving;

/// <summary>All that the bytes of an assembly depend on. Paths are those within the system, wherever that stands.</summary>
internal sealed record ProjectInputs(
    ProjectFile File, ImmutableArray<SourceInput> Sources, ImmutableArray<(string Name, byte[] Content)> Resources,
    ImmutableArray<CompiledProject> Seen)
{
    public static ProjectInputs Of(string systemRoot, ProjectFile file, ImmutableArray<CompiledProject> seen) => new(
        file,
        [
            .. file.Sources().Select(source => new SourceInput(PathIn(systemRoot, source), System.IO.File.ReadAllText(source))),
            new SourceInput(PathIn(systemRoot, file.Path) + ".cs", ImplicitUsings.TextFor(file)),
        ],
        [.. file.Resources.Select(resource => (resource.Name, System.IO.File.ReadAllBytes(resource.File)))],
        seen);

    public string Hash()
    {
        using var hash = new InputHash();
        hash.Add(CompilerIdentity.Hash).Add(File.Name).Add($"{File.IsWeb} {File.IsBare} {Sources.Length} {Resources.Length}");
        foreach (var source in Sources)
        {
            hash.Add(source.Path).Add(source.Text);
        }

        foreach (var (name, content) in Resources)
        {
            hash.Add(name).Add(content);
        }

        foreach (var other in Seen)
        {
            hash.Add(other.Key);
        }

        return hash.ToText();
    }

    private static string PathIn(string systemRoot, string path) => Path.GetRelativePath(systemRoot, path).Replace('\\', '/');
}

/// <summary>A source file.</summary>
internal readonly record struct SourceInput(string Path, string Text);
