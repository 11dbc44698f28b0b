using System.Collections.Immutable;
using System.Text;
using Ashlar.Core.Model;
using Ashlar.Emit;
using Ashlar.Guard.InProcess;
using Ashlar.Tool.Workspace;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Ashlar.Tool.Serving;

/// <summary>
/// Compiles the hand-written code of each module against the contracts of the model as it stands, with the guard as the
/// generated projects have it. What is not written yet counts as the start that `ashlar build` writes.
/// </summary>
internal static class CustomCompiler
{
    private const string Projects = "src/Slots/";

    private static readonly CSharpParseOptions Syntax = new(LanguageVersion.Latest, DocumentationMode.Parse);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        generalDiagnosticOption: ReportDiagnostic.Error,
        nullableContextOptions: NullableContextOptions.Enable);

    public static CustomCode Check(SystemFolder folder, SystemModel model, FileSet files)
    {
        var found = files.Files.Where(file => file.Path.StartsWith(Projects, StringComparison.Ordinal))
            .GroupBy(file => file.Path.Split('/')[2], StringComparer.Ordinal)
            .SelectMany(project => Check(folder, files, project.Key, [.. project]));
        return CustomFindings.Of(folder.Root, model, [.. found]);
    }

    private static ImmutableArray<Diagnostic> Check(
        SystemFolder folder, FileSet files, string name, ImmutableArray<EmittedFile> project)
    {
        var code = project.Where(file => IsCode(file.Path)).Select(file => (file.Path, file.Text))
            .Concat(OwnFiles(folder, files, name)).ToList();
        var key = KeyOf(name, [.. project.Select(file => (file.Path, file.Text)), .. code]);
        if (CompileCache.OfUser.Find(key) is not null)
        {
            return [];
        }

        var found = Found(folder, name, project, code);
        if (found.IsEmpty)
        {
            CompileCache.OfUser.Keep(key, []);
        }

        return found;
    }

    /// <summary>What was found once to be without fault is so again.</summary>
    private static string KeyOf(string name, IReadOnlyList<(string Path, string Text)> read)
    {
        using var hash = new InputHash();
        hash.Add(CompilerIdentity.Hash).Add(nameof(CustomCompiler)).Add(name);
        foreach (var (path, text) in read)
        {
            hash.Add(path).Add(text);
        }

        return hash.ToText();
    }

    private static ImmutableArray<Diagnostic> Found(
        SystemFolder folder, string name, ImmutableArray<EmittedFile> project, IEnumerable<(string Path, string Text)> code)
    {
        var trees = code.Select(file => Tree(folder.PathOf(file.Path), file.Text))
            .Append(Tree(folder.PathOf($"{Projects}{name}/{name}.GlobalUsings.g.cs"), ImplicitUsings.Text));
        var compilation = CSharpCompilation.Create(name, trees, FrameworkReferences.Plain, Options);
        var additional = project.Where(file => !IsCode(file.Path))
            .Select(file => GuardInProcess.FileOf(folder.PathOf(file.Path), file.Text)).ToImmutableArray();
        var guarded = compilation.WithAnalyzers(
            GuardInProcess.Analyzers, new CompilationWithAnalyzersOptions(
                new AnalyzerOptions(additional),
                onAnalyzerException: null,
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: false,
                reportSuppressedDiagnostics: true));
        var broken = compilation.GetDiagnostics().Where(problem => problem.Severity == DiagnosticSeverity.Error).ToList();
        return
        [
            .. broken,
            // A class that does not compile is there; only its errors tell what is wrong.
            .. guarded.GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult()
                .Where(problem => broken.Count == 0 || problem.Location.IsInSource),
        ];
    }

    /// <summary>What stands in `custom/`, and the start of what does not stand there yet.</summary>
    private static IEnumerable<(string Path, string Text)> OwnFiles(SystemFolder folder, FileSet files, string name)
    {
        var own = $"custom/{name[..name.LastIndexOf('.')]}";
        var written = Directory.Exists(folder.PathOf(own))
            ? Directory.EnumerateFiles(folder.PathOf(own), "*.cs", SearchOption.AllDirectories)
                .Select(file => (Path: folder.RelativePathOf(file), Text: File.ReadAllText(file))).ToList()
            : [];
        return files.Files
            .Where(file => file.Owner == FileOwner.Once && file.Path.StartsWith(own + "/", StringComparison.Ordinal))
            .Where(file => written.TrueForAll(one => one.Path != file.Path))
            .Select(file => (file.Path, file.Text))
            .Concat(written)
            .OrderBy(file => file.Path, StringComparer.Ordinal);
    }

    private static bool IsCode(string path) => path.EndsWith(".cs", StringComparison.Ordinal);

    private static SyntaxTree Tree(string path, string text) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), Syntax, path);
}
