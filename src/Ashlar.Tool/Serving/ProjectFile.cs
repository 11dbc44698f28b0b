using System.Collections.Immutable;
using System.Xml.Linq;

namespace Ashlar.Tool.Serving;

/// <summary>
/// What a project file of a generated system says. It is one of ours, so only what our emitters write is understood;
/// `dotnet build` stays the judge of everything else.
/// </summary>
internal sealed record ProjectFile(string Path, bool IsWeb)
{
    private const string WebSdk = "Microsoft.NET.Sdk.Web";

    private bool _isOfScenarios;

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Folder => System.IO.Path.GetDirectoryName(Path) ?? "";

    /// <summary>It sees .NET, and neither ASP.NET Core nor a package.</summary>
    public bool IsBare { get; private init; }

    /// <summary>Full paths of the projects that this one sees.</summary>
    public ImmutableArray<string> References { get; private init; } = [];

    /// <summary>Full paths of files to embed, with the names that they get.</summary>
    public ImmutableArray<(string File, string Name)> Resources { get; private init; } = [];

    /// <summary>Source files from other folders, such as `custom/`.</summary>
    public ImmutableArray<string> LinkedSources { get; private init; } = [];

    public ImmutableArray<string> Usings { get; private init; } = [];

    /// <summary>Projects that see the internals of this one.</summary>
    public ImmutableArray<string> Friends { get; private init; } = [];

    public static ProjectFile Read(string path)
    {
        var root = XDocument.Load(path).Root ?? new XElement("Project");
        var project = new ProjectFile(path, (string?)root.Attribute("Sdk") == WebSdk);
        return project with
        {
            IsBare = !project.IsWeb && !root.Descendants("FrameworkReference").Any(),
            References = [.. Includes(root, "ProjectReference").Select(include => project.FullPath(include))],
            Resources = [.. root.Descendants("EmbeddedResource").SelectMany(project.ResourcesOf)],
            LinkedSources = [.. Includes(root, "Compile").SelectMany(include => project.Files(include))],
            Usings = [.. Includes(root, "Using")],
            Friends = [.. Includes(root, "InternalsVisibleTo")],
        };
    }

    /// <summary>Of the tests, what needs no test framework: the scenarios and what plays them.</summary>
    public ProjectFile OfScenarios() => this with { LinkedSources = [], Usings = [], _isOfScenarios = true };

    /// <summary>Every source file of the project, in ordinal order.</summary>
    public IReadOnlyList<string> Sources() =>
    [
        .. (_isOfScenarios ? SourcesOfScenarios() : SourcesBelow(new DirectoryInfo(Folder)))
            .Concat(LinkedSources)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    private IEnumerable<string> SourcesOfScenarios() => ((string[])["Testing.Scenarios", "Testing.Support"])
        .SelectMany(name => SourcesBelow(new DirectoryInfo(System.IO.Path.Combine(Folder, name))))
        .Append(System.IO.Path.Combine(Folder, "Tested.cs"));

    private static IEnumerable<string> SourcesBelow(DirectoryInfo folder) =>
        folder.EnumerateFiles("*.cs").Select(file => file.FullName)
            .Concat(folder.EnumerateDirectories()
                .Where(child => child.Name is not ("bin" or "obj"))
                .SelectMany(SourcesBelow));

    private static IEnumerable<string> Includes(XElement root, string item) =>
        root.Descendants(item).Where(IsCompiledAgainst).Select(element => (string?)element.Attribute("Include")).OfType<string>();

    /// <summary>An analyzer is referred to and not seen.</summary>
    private static bool IsCompiledAgainst(XElement item) => (string?)item.Attribute("OutputItemType") != "Analyzer";

    private IEnumerable<(string File, string Name)> ResourcesOf(XElement item)
    {
        var pattern = (string?)item.Attribute("LogicalName") ?? "%(Filename)%(Extension)";
        var include = (string?)item.Attribute("Include") ?? "";
        foreach (var file in Files(include))
        {
            var name = pattern
                .Replace("%(RecursiveDir)", RecursiveFolder(include, file), StringComparison.Ordinal)
                .Replace("%(Filename)", System.IO.Path.GetFileNameWithoutExtension(file), StringComparison.Ordinal)
                .Replace("%(Extension)", System.IO.Path.GetExtension(file), StringComparison.Ordinal);
            yield return (file, name);
        }
    }

    /// <summary>What `**` stands for, with a slash at its end.</summary>
    private string RecursiveFolder(string include, string file)
    {
        var below = include.IndexOf("**", StringComparison.Ordinal);
        var relative = below < 0
            ? ""
            : System.IO.Path.GetRelativePath(FullPath(include[..below]), System.IO.Path.GetDirectoryName(file) ?? "")
                .Replace('\\', '/');
        return relative is "" or "." ? "" : relative + "/";
    }

    /// <summary>A file, `folder/*.ext` or `folder/**/*.ext`.</summary>
    private IEnumerable<string> Files(string include)
    {
        var isDeep = include.Contains("**", StringComparison.Ordinal);
        var full = FullPath(include.Replace("**/", "", StringComparison.Ordinal).Replace("**\\", "", StringComparison.Ordinal));
        var (folder, pattern) = (System.IO.Path.GetDirectoryName(full) ?? "", System.IO.Path.GetFileName(full));
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, pattern, isDeep ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly)
                .Order(StringComparer.Ordinal)
            : [];
    }

    private string FullPath(string relative) =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(Folder, relative.Replace('\\', '/')));
}
