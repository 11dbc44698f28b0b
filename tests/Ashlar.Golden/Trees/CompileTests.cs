using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ashlar.Emit;
using Ashlar.Golden.Compiling;
using Ashlar.Golden.Models;
using Microsoft.CodeAnalysis;

namespace Ashlar.Golden.Trees;

/// <summary>Every project of a generated system compiles without a warning.</summary>
public sealed partial class CompileTests
{
    public static TheoryData<string> Cases() => GoldenTests.Cases();

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_project_compiles_without_warnings(string name) =>
        Assert.Empty(Findings(GoldenCase.Of(name).Generate()));

    [Fact]
    public void Files_in_every_corner_compile_without_warnings() =>
        Assert.Empty(Findings(GoldenCase.Generate([FilesModel.File])));

    [Fact]
    public void Two_apis_over_one_module_compile_without_warnings() =>
        Assert.Empty(Findings(GoldenCase.Generate([TwoDoors.File])));

    [Fact]
    public void Three_apis_that_offer_the_same_compile_without_warnings() =>
        Assert.Empty(Findings(GoldenCase.Generate([ThreeDoors.File])));

    [Fact]
    public void Rows_that_are_only_written_compile_without_warnings() =>
        Assert.Empty(Findings(GoldenCase.Generate([DropBox.File])));

    [Fact]
    public void Actions_with_awkward_names_and_values_compile_without_warnings() =>
        Assert.Empty(Findings(GoldenCase.Generate([AwkwardActions.File])));

    [Fact]
    public void Slots_with_awkward_names_compile_without_warnings() =>
        Assert.Empty(Findings(GoldenCase.Generate([AwkwardSlots.File])));

    [Fact]
    public void Configurations_with_awkward_names_and_values_compile_without_warnings() =>
        Assert.Empty(Findings(GoldenCase.Generate([AwkwardConfigs.File])));

    [Fact]
    public void Times_that_must_not_overlap_compile_without_warnings() =>
        Assert.Empty(Findings(GoldenCase.Generate([Surgery.File])));

    [Fact]
    public void Checks_over_values_of_every_kind_compile_without_warnings()
    {
        var files = GoldenCase.Generate([OwnRules.File]);

        Assert.Empty(Findings(files));
        var rules = files.Files.Single(file => file.Path.EndsWith("CrateRules.cs", StringComparison.Ordinal)).Text;
        Assert.Equal(17, rules.Split("public static Refusal? Check").Length - 1);
    }

    [Fact]
    public void A_planted_error_in_a_generated_file_is_found()
    {
        var files = GoldenCase.All[0].Generate();
        var planted = files.Files.Select(file => file.Path.EndsWith("Host/Program.cs", StringComparison.Ordinal)
            ? file with { Text = file.Text + "int unused;\n" }
            : file);

        Assert.Contains(Findings(FileSet.Of(planted)), finding => finding.Contains("CS0168", StringComparison.Ordinal));
    }

    private static List<string> Findings(FileSet files)
    {
        var projects = files.Files.Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal)).ToList();
        // A project sees what the projects that it uses see; that it sees no others is MSBuild's to hold.
        var compiled = new Dictionary<string, MetadataReference>(StringComparer.Ordinal);
        var findings = new List<string>();
        while (projects.Find(project => References(project).All(compiled.ContainsKey)) is { } next)
        {
            projects.Remove(next);
            var name = Path.GetFileNameWithoutExtension(next.Path);
            var compilation = InMemoryCompiler.Compile(name, Sources(files, next), compiled.Values);
            findings.AddRange(InMemoryCompiler.Findings(compilation));
            if (next.Path.StartsWith("src/Modules/", StringComparison.Ordinal))
            {
                findings.AddRange(HideableNames.In(compilation));
            }

            compiled[name] = compilation.ToMetadataReference();
        }

        findings.AddRange(projects.Select(project => $"{project.Path}: uses a project that is not there"));
        return findings;
    }

    private static IEnumerable<string> References(EmittedFile project) =>
        XDocument.Parse(project.Text).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

    private static IEnumerable<(string Path, string Text)> Sources(FileSet files, EmittedFile project)
    {
        var folder = Path.GetDirectoryName(project.Path)!.Replace('\\', '/') + "/";
        // A project of slots compiles what the generator writes once, in `custom/`.
        var own = project.Path.EndsWith(".Slots.csproj", StringComparison.Ordinal)
            ? $"custom/{Path.GetFileNameWithoutExtension(project.Path).Replace(".Slots", "", StringComparison.Ordinal)}/"
            : folder;
        return files.Files
            .Where(file => (file.Path.StartsWith(folder, StringComparison.Ordinal)
                    || file.Path.StartsWith(own, StringComparison.Ordinal))
                && file.Path.EndsWith(".cs", StringComparison.Ordinal))
            .Select(file => (file.Path, file.Text))
            .Append(("Usings.cs", GlobalUsings(project)));
    }

    private static string GlobalUsings(EmittedFile project) =>
        string.Join('\n', ImplicitNamespaces(project).Select(name => $"global using {name};"));

    private static IEnumerable<string> ImplicitNamespaces(EmittedFile project)
    {
        string[] plain =
        [
            "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading",
            "System.Threading.Tasks",
        ];
        string[] web =
        [
            "System.Net.Http.Json", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http",
            "Microsoft.AspNetCore.Routing", "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection",
            "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
        ];
        var sdk = project.Text.Contains("Sdk.Web", StringComparison.Ordinal) ? web : [];
        return [.. plain, .. sdk, .. Usings().Matches(project.Text).Select(found => found.Groups[1].Value)];
    }

    [GeneratedRegex("<Using Include=\"([^\"]+)\"")]
    private static partial Regex Usings();
}
