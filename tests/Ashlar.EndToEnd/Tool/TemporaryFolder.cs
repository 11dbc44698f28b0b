namespace Ashlar.EndToEnd.Tool;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("ashlar-e2e-").FullName;

    public string PathOf(string relative) => Path.Combine(Root, relative);

    public string Read(string relative) => File.ReadAllText(PathOf(relative));

    public TemporaryFolder With(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(relative)) ?? Root);
        File.WriteAllText(PathOf(relative), text);
        return this;
    }

    /// <summary>The model of an example with its hand-written code, without what is generated from it.</summary>
    public TemporaryFolder WithModelOf(string example)
    {
        var root = Checkout.PathOf($"examples/{example}");
        var written = (string[])["model", "custom"];
        foreach (var file in written.Select(part => Path.Combine(root, part)).Where(Directory.Exists).SelectMany(Files))
        {
            With(Path.GetRelativePath(root, file), File.ReadAllText(file));
        }

        return this;
    }

    private static string[] Files(string folder) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
