using Ashlar.Tool.Workspace;

namespace Ashlar.Tests;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Root = Directory.CreateTempSubdirectory("ashlar-test-").FullName;

    public string Root { get; }

    public SystemFolder System => new(Root);

    public string PathOf(string relative) => Path.Combine(Root, relative);

    public string Read(string relative) => File.ReadAllText(PathOf(relative));

    public TemporaryFolder With(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(relative))!);
        File.WriteAllText(PathOf(relative), text);
        return this;
    }

    public TemporaryFolder With(string relative, byte[] content)
    {
        With(relative, "");
        File.WriteAllBytes(PathOf(relative), content);
        return this;
    }

    /// <summary>Every file with its text, but for what ashlar keeps for itself.</summary>
    public IReadOnlyDictionary<string, string> Snapshot() =>
        Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => file != ".ashlar/writing")
            .ToDictionary(file => file, Read, StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
