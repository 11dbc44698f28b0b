using System.Reflection;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Ashlar.Tests.Architecture;

/// <summary>Core and Emit are pure because the compiler says so: every banned symbol is used once here, and refused.</summary>
public sealed class BannedApiTests
{
    /// <summary>One expression per line of BannedSymbols.txt, by the symbol's name.</summary>
    private static readonly Dictionary<string, string> Uses = new()
    {
        ["System.IO.File"] = "System.IO.File.Exists(\"x\")",
        ["System.IO.Directory"] = "System.IO.Directory.Exists(\"x\")",
        ["System.IO.FileInfo"] = "new System.IO.FileInfo(\"x\")",
        ["System.IO.FileStream"] = "new System.IO.FileStream(\"x\", System.IO.FileMode.Open)",
        ["System.Console"] = "System.Console.Out",
        ["System.DateTime.Now"] = "System.DateTime.Now",
        ["System.DateTime.UtcNow"] = "System.DateTime.UtcNow",
        ["System.DateTimeOffset.Now"] = "System.DateTimeOffset.Now",
        ["System.DateTimeOffset.UtcNow"] = "System.DateTimeOffset.UtcNow",
        ["System.Guid.NewGuid"] = "System.Guid.NewGuid()",
        ["System.Guid.CreateVersion7"] = "System.Guid.CreateVersion7()",
        ["System.Random"] = "new System.Random(1)",
        ["System.Environment"] = "System.Environment.MachineName",
        ["System.Net.Http.HttpClient"] = "new System.Net.Http.HttpClient()",
        ["System.Diagnostics.Process"] = "new System.Diagnostics.Process()",
        ["System.Globalization.CultureInfo.CurrentCulture"] = "System.Globalization.CultureInfo.CurrentCulture",
        ["System.Globalization.CultureInfo.CurrentUICulture"] = "System.Globalization.CultureInfo.CurrentUICulture",
    };

    private static readonly CSharpCompilationOptions Nullable =
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    private static readonly IReadOnlyList<MetadataReference> Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static TheoryData<string> BannedSymbols() => new(Symbols());

    [Theory]
    [MemberData(nameof(BannedSymbols))]
    public async Task A_use_of_a_banned_symbol_is_refused(string symbol)
    {
        Assert.True(Uses.TryGetValue(symbol, out var use), $"add a use of {symbol} to this test");
        Assert.Contains("RS0030", await FindingsIn($"class C {{ object? F() => {use}; }}"));
    }

    [Fact]
    public async Task Pure_code_is_not_refused() =>
        Assert.Empty(await FindingsIn("class C { string F(string s) => System.IO.Path.Combine(s, s); }"));

    [Theory]
    [InlineData("src/Ashlar.Core/Ashlar.Core.csproj")]
    [InlineData("src/Ashlar.Emit/Ashlar.Emit.csproj")]
    public void The_pure_projects_run_the_analyzer_with_the_list(string project)
    {
        var items = XDocument.Parse(Repository.Read(project)).Descendants().ToList();
        Assert.Contains(items, item => (string?)item.Attribute("Include") == "Microsoft.CodeAnalysis.BannedApiAnalyzers");
        var list = items.Single(item => item.Name == "AdditionalFiles");
        Assert.Equal("../../BannedSymbols.txt", (string?)list.Attribute("Include"));
    }

    [Fact]
    public void A_finding_breaks_the_build() =>
        Assert.Contains("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", Repository.Read("Directory.Build.props"));

    private static IEnumerable<string> Symbols() =>
        Repository.Read("BannedSymbols.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line[2..line.IndexOf(';', StringComparison.Ordinal)]);

    private static async Task<List<string>> FindingsIn(string text)
    {
        var compilation = CSharpCompilation.Create("Planted", [CSharpSyntaxTree.ParseText(text)], Framework, Nullable);
        Assert.DoesNotContain(compilation.GetDiagnostics(), found => found.Severity == DiagnosticSeverity.Error);
        var analyzed = compilation.WithAnalyzers([Analyzer()], new AnalyzerOptions([new BannedList()]));
        return [.. (await analyzed.GetAnalyzerDiagnosticsAsync()).Select(found => found.Id)];
    }

    /// <summary>Asked for by name: other types of the assembly need parts of Roslyn that only editors have.</summary>
    private static DiagnosticAnalyzer Analyzer()
    {
        const string name = "Microsoft.CodeAnalysis.CSharp.BannedApiAnalyzers";
        var assembly = Assembly.LoadFrom(Path.Combine(Repository.Metadata("BannedApiAnalyzers"), name + ".dll"));
        return (DiagnosticAnalyzer)Activator.CreateInstance(assembly.GetType(name + ".CSharpSymbolIsBannedAnalyzer")!)!;
    }

    private sealed class BannedList : AdditionalText
    {
        public override string Path => "BannedSymbols.txt";

        public override SourceText GetText(CancellationToken cancellationToken = default) =>
            SourceText.From(Repository.Read(Path));
    }
}
