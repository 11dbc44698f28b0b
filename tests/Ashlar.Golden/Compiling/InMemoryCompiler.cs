using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ashlar.Golden.Compiling;

/// <summary>Compiles sources in process against the framework and the packages of this test project.</summary>
internal static class InMemoryCompiler
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> Platform = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ]);

    // The SDK silences these as well: an assembly stands in for an older version of itself.
    private static readonly Dictionary<string, ReportDiagnostic> Silenced = new()
    {
        ["CS1701"] = ReportDiagnostic.Suppress,
        ["CS1702"] = ReportDiagnostic.Suppress,
    };

    /// <summary>Errors, and warnings as errors, of the sources as one assembly.</summary>
    public static CSharpCompilation Compile(
        string assembly, IEnumerable<(string Path, string Text)> sources, params IEnumerable<MetadataReference> references) =>
        CSharpCompilation.Create(
            assembly,
            sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, ParseOptions, source.Path)),
            [.. Platform.Value, .. references],
            new CSharpCompilationOptions(
                KindOf(assembly),
                nullableContextOptions: NullableContextOptions.Enable,
                generalDiagnosticOption: ReportDiagnostic.Error,
                specificDiagnosticOptions: Silenced));

    public static ImmutableArray<string> Findings(CSharpCompilation compilation) =>
    [
        .. compilation.GetDiagnostics()
            .Where(found => found.Severity >= DiagnosticSeverity.Warning)
            .Select(found => found.ToString())
            .Order(StringComparer.Ordinal),
    ];

    private static OutputKind KindOf(string assembly) =>
        assembly.EndsWith(".Host", StringComparison.Ordinal)
            ? OutputKind.ConsoleApplication
            : OutputKind.DynamicallyLinkedLibrary;

    private static CSharpParseOptions ParseOptions => CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
}
