namespace Ashlar.Bench;

/// <summary>Where the files of this repository are.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The tool, of the same configuration as this program.</summary>
    public static string Tool { get; } = At("src", "Ashlar.Tool", "bin", Configuration(), "net10.0", "ashlar.dll");

    public static string At(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    // `…/bin/Release/net10.0/`.
    private static string Configuration() => new DirectoryInfo(AppContext.BaseDirectory).Parent?.Name ?? "Release";

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "Ashlar.slnx"))
        ? folder
        : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The benchmark runs inside the repository."));
}
