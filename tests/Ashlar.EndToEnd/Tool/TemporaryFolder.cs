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

    /// <summary>The model of an example, without what is generated from it.</summary>
    public TemporaryFolder WithModelOf(string example)
    {
        foreach (var file in Directory.GetFiles(Checkout.PathOf($"examples/{example}/model"), "*.ashlar"))
        {
            With($"model/{Path.GetFileName(file)}", File.ReadAllText(file));
        }

        return this;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
