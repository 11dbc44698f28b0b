using System.Collections.Immutable;
using Ashlar.Core;
using Ashlar.Core.Text;
using Ashlar.Emit;

namespace Ashlar.Golden.Trees;

/// <summary>A folder with a model in `model/`, beside the files that the generator makes of it.</summary>
public sealed record GoldenCase(string Name, string Folder)
{
    private static readonly ImmutableArray<string> Elsewhere =
        ["model/", "custom/", "config/", "contract/", "history/", "tests/Custom/", ".ashlar/"];

    /// <summary>The small cases of this project and the examples, which are whole systems.</summary>
    public static IReadOnlyList<GoldenCase> All { get; } =
    [
        .. new[] { "tests/Ashlar.Golden/cases", "examples" }
            .Select(folder => Path.Combine(Root(), folder))
            .Where(Directory.Exists)
            .SelectMany(Directory.GetDirectories)
            .Where(folder => Directory.Exists(Path.Combine(folder, "model")))
            .Select(folder => new GoldenCase(Path.GetFileName(folder), folder))
            .OrderBy(found => found.Name, StringComparer.Ordinal),
    ];

    public static GoldenCase Of(string name) => All.Single(found => found.Name == name);

    public ImmutableArray<SourceFile> ModelFiles() =>
    [
        .. Directory.GetFiles(Path.Combine(Folder, "model"), "*.ashlar", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(Relative(path), File.ReadAllText(path))),
    ];

    public FileSet Generate() => Generate(ModelFiles());

    public static FileSet Generate(IEnumerable<SourceFile> model)
    {
        var compilation = Compilation.Create(model);
        Assert.Empty(compilation.Diagnostics.Where(found => found.IsError).Select(found => $"{found.Location}: {found.Message}"));
        return SystemEmitter.Emit(compilation.Model);
    }

    /// <summary>What is committed of the generated part.</summary>
    public IEnumerable<string> CommittedPaths() =>
        Directory.GetFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(Relative)
            .Where(path => path != "ashlar.lock" && !Elsewhere.Any(prefix => path.StartsWith(prefix, StringComparison.Ordinal)))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "TestResults"))
            .Where(path => !path.EndsWith(".db", StringComparison.Ordinal) && !path.Contains(".db-", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public string? Committed(string path)
    {
        var full = Path.Combine(Folder, path);
        return File.Exists(full) ? File.ReadAllText(full) : null;
    }

    /// <summary>Makes the folder what the generator says.</summary>
    public void Accept(FileSet files)
    {
        var wanted = files.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var surplus in CommittedPaths().Where(path => !wanted.Contains(path)))
        {
            File.Delete(Path.Combine(Folder, surplus));
        }

        var outdated = files.Files.Where(file => Committed(file.Path) is var kept && kept != file.Text
            && (file.Owner == FileOwner.Generated || kept is null));
        foreach (var file in outdated)
        {
            var full = Path.Combine(Folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, file.Text);
        }
    }

    public override string ToString() => Name;

    private string Relative(string path) => Path.GetRelativePath(Folder, path).Replace('\\', '/');

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Ashlar.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("no folder above holds Ashlar.slnx");
        }

        return folder;
    }
}
