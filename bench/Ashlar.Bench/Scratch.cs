namespace Ashlar.Bench;

/// <summary>A folder for what a benchmark makes, removed at the end.</summary>
internal sealed class Scratch : IDisposable
{
    private Scratch(string path) => Path = path;

    public string Path { get; }

    public static Scratch Create() => new(Directory.CreateTempSubdirectory("ashlar-bench-").FullName);

    public string Folder(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
