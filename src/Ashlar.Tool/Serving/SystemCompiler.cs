using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Ashlar.Tool.Serving;

/// <summary>
/// Compiles a generated system in memory, project by project. What did not change since the last time is not compiled
/// again: neither a file nor, when all that it sees is the same, a project, in this process or an earlier one.
/// </summary>
internal sealed class SystemCompiler(CompileCache cache)
{
    private static readonly CSharpParseOptions Syntax = new(LanguageVersion.Latest, DocumentationMode.None);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        deterministic: true,
        nullableContextOptions: NullableContextOptions.Enable);

    private readonly Dictionary<string, (string Text, SyntaxTree Tree)> _trees = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CompiledProject> _projects = new(StringComparer.Ordinal);

    /// <summary>Brings the compiler to temperature; worth it while something else is being waited for.</summary>
    public static void WarmUp()
    {
        var tree = CSharpSyntaxTree.ParseText("class Warm { async System.Threading.Tasks.Task F() { } }", Syntax);
        CSharpCompilation.Create("Warm", [tree], FrameworkReferences.All, Options).Emit(Stream.Null);
    }

    public CompiledSystem Compile(string systemRoot) => Compile(systemRoot, ProjectGraph.Of(systemRoot));

    /// <summary>The projects in an order in which each follows those that it references.</summary>
    public CompiledSystem Compile(string systemRoot, ImmutableArray<ProjectFile> projects)
    {
        var compiled = new List<CompiledProject>();
        foreach (var file in projects)
        {
            var seen = VisibleTo(file, compiled);
            var (project, problems) = Compile(ProjectInputs.Of(systemRoot, file, seen));
            if (project is null)
            {
                return CSharpFindings.Of(problems);
            }

            _projects[file.Path] = project;
            compiled.Add(project);
        }

        return new CompiledSystem([.. compiled.Select(project => project.Image)]);
    }

    /// <summary>As MSBuild does, references are passed on: a project sees what the projects that it names see.</summary>
    private static ImmutableArray<CompiledProject> VisibleTo(ProjectFile file, List<CompiledProject> compiled) =>
    [
        .. compiled.Where(other => file.References.Contains(other.Path))
            .SelectMany(other => other.Seen.Add(other))
            .Distinct(),
    ];

    private (CompiledProject? Project, ImmutableArray<Diagnostic> Problems) Compile(ProjectInputs inputs)
    {
        var (file, key) = (inputs.File, inputs.Hash());
        if (_projects.TryGetValue(file.Path, out var known) && known.Key == key)
        {
            return (known, []);
        }

        if (cache.Find(key) is { } made)
        {
            return (new CompiledProject(file.Path, key, inputs.Seen, AssemblyImage.FromBytes(file.Name, made)), []);
        }

        var (image, problems) = Emit(inputs);
        if (image is null)
        {
            return (null, problems);
        }

        cache.Keep(key, image.ToBytes());
        return (new CompiledProject(file.Path, key, inputs.Seen, image), []);
    }

    private (AssemblyImage? Image, ImmutableArray<Diagnostic> Problems) Emit(ProjectInputs inputs)
    {
        var file = inputs.File;
        var framework = file.IsBare ? FrameworkReferences.Plain : FrameworkReferences.All;
        var references = framework.Concat(inputs.Seen.Select(other => other.Reference));
        var compilation = CSharpCompilation.Create(file.Name, inputs.Sources.Select(TreeOf), references, OptionsOf(file));
        using var code = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(
            code,
            symbols,
            manifestResources: inputs.Resources.Select(resource =>
                new ResourceDescription(resource.Name, () => new MemoryStream(resource.Content), isPublic: true)),
            options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        return result.Success ? (new(file.Name, code.ToArray(), symbols.ToArray()), []) : (null, result.Diagnostics);
    }

    private static CSharpCompilationOptions OptionsOf(ProjectFile file) =>
        file.IsWeb ? Options.WithOutputKind(OutputKind.ConsoleApplication) : Options;

    private SyntaxTree TreeOf(SourceInput source)
    {
        if (_trees.TryGetValue(source.Path, out var known) && known.Text == source.Text)
        {
            return known.Tree;
        }

        var tree = CSharpSyntaxTree.ParseText(SourceText.From(source.Text, Encoding.UTF8), Syntax, source.Path);
        _trees[source.Path] = (source.Text, tree);
        return tree;
    }
}
