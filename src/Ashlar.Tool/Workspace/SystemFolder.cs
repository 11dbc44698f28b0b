using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;
using Ashlar.Tool.Workspace.Rules;

namespace Ashlar.Tool.Workspace;

/// <summary>The folder of one system: `model/` with the source of truth, and what is generated beside it.</summary>
internal sealed record SystemFolder(string Root)
{
    public const string ModelFolder = "model";
    public const string Pattern = "*.ashlar";

    /// <summary>The settings that people keep with a system, by environment.</summary>
    public const string SettingsFolder = "config";

    private static readonly EnumerationOptions Plainly =
        new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>Where ashlar keeps what it can make again: databases for development, staged files, replays.</summary>
    public string PrivateFolder => Path.Combine(Root, ".ashlar");

    /// <summary>The system that a path means: a folder, its `model` folder, or a file of it.</summary>
    public static SystemFolder Of(string path)
    {
        var full = Path.GetFullPath(path);
        var folder = new DirectoryInfo(File.Exists(full) ? Path.GetDirectoryName(full) ?? full : full);
        var isModelFolder = folder.Name == ModelFolder && !Directory.Exists(Path.Combine(folder.FullName, ModelFolder));
        return new SystemFolder(isModelFolder && folder.Parent is { } parent ? parent.FullName : folder.FullName);
    }

    public string PathOf(string relative) => Path.Combine(Root, relative.Replace('/', Path.DirectorySeparatorChar));

    public string RelativePathOf(string path) => Path.GetRelativePath(Root, Path.GetFullPath(path)).Replace('\\', '/');

    /// <summary>As the reader would type it from where they stand; a path elsewhere stays whole.</summary>
    public string Display(string relative)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(PathOf(relative)));
        var shown = Path.GetRelativePath(Directory.GetCurrentDirectory(), full);
        return (shown.StartsWith("..", StringComparison.Ordinal) ? full : shown).Replace('\\', '/');
    }

    /// <summary>Reads every model file. All problems of all files are reported, and none of them throws.</summary>
    public ModelText Read()
    {
        if (!Directory.Exists(Root))
        {
            return ModelText.Refused(Diagnostic.Of<MissingFolder>(new Location(".", default), "this folder does not exist")
                .WithHelp($"create a system there with `ashlar new {Display(".")}`"));
        }

        return Disk.Attempt(
            () => Paths() is { Count: > 0 } paths ? ModelFileReader.ReadAll(this, paths) : ModelText.Refused(NoModel()),
            refusal => ModelText.Refused(
                Diagnostic.Of<UnreadableFile>(new Location(".", default), "this folder cannot be listed")
                    .WithNote(refusal)
                    .WithHelp("allow reading it, or run as the user who owns it")));
    }

    private static Diagnostic NoModel() =>
        Diagnostic.Of<NoModelFiles>(new Location(".", default), "this folder has no `.ashlar` file")
            .WithNote("model files stand in `model/` or in the folder itself")
            .WithHelp("create a system with `ashlar new NAME`, or name the folder of one");

    /// <summary>Model files relative to the root, in ordinal order: the order of the file system takes no part.</summary>
    private List<string> Paths()
    {
        var model = Path.Combine(Root, ModelFolder);
        var found = Directory.Exists(model) ? Below(model) : Directory.EnumerateFiles(Root, Pattern, Plainly);
        return [.. found.Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];
    }

    /// <summary>Links to folders are not followed: they may lead back to where they stand.</summary>
    private static IEnumerable<string> Below(string folder)
    {
        var own = Directory.EnumerateFiles(folder, Pattern, Plainly);
        var inner = new DirectoryInfo(folder).EnumerateDirectories("*", Plainly)
            .Where(child => child.LinkTarget is null && !child.Name.StartsWith('.'))
            .SelectMany(child => Below(child.FullName));
        return own.Concat(inner);
    }
}
