using System.Collections.Immutable;
using System.Text;
using Ashlar.Tool.Workspace;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Ashlar.Tool.Serving;

/// <summary>
/// Compiles a generated system in memory, project by project. What did not change since the last time is not compiled
/// again: neither a file nor, when all that it sees is the same, a project.
/// </summary>
internal sealed class SystemCompiler
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
            var (project, problems) = Compile(file, seen);
            if (project is null)
            {
                return CSharpFindings.Of(systemRoot, problems);
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

    private (CompiledProject? Project, ImmutableArray<Diagnostic> Problems) Compile(
        ProjectFile file, ImmutableArray<CompiledProject> seen)
    {
        SyntaxTree[] trees = [.. file.Sources().Select(TreeOf), TreeOf(file.Path + ".cs", ImplicitUsings.TextFor(file))];
        var resources = file.Resources.Select(resource => (resource.Name, Content: File.ReadAllBytes(resource.File))).ToList();
        var inputs = new ProjectInputs(trees, seen, [.. resources.Select(resource => ContentHash.Of(resource.Content))]);
        if (_projects.TryGetValue(file.Path, out var known) && known.Inputs.AreSameAs(inputs))
        {
            return (known, []);
        }

        var framework = file.IsBare ? FrameworkReferences.Plain : FrameworkReferences.All;
        var references = framework.Concat(seen.Select(other => other.Reference));
        var compilation = CSharpCompilation.Create(file.Name, trees, references, OptionsOf(file));
        using var code = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(
            code,
            symbols,
            manifestResources: resources.Select(resource =>
                new ResourceDescription(resource.Name, () => new MemoryStream(resource.Content), isPublic: true)),
            options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        return result.Success
            ? (new CompiledProject(file, inputs, compilation, code.ToArray(), symbols.ToArray()), [])
            : (null, result.Diagnostics);
    }

    private static CSharpCompilationOptions OptionsOf(ProjectFile file) =>
        file.IsWeb ? Options.WithOutputKind(OutputKind.ConsoleApplication) : Options;

    private SyntaxTree TreeOf(string path) => TreeOf(path, File.ReadAllText(path));

    private SyntaxTree TreeOf(string path, string text)
    {
        if (_trees.TryGetValue(path, out var known) && known.Text == text)
        {
            return known.Tree;
        }

        var tree = CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), Syntax, path);
        _trees[path] = (text, tree);
        return tree;
    }
}
