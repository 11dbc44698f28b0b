namespace Ashlar.EndToEnd.Tool;

/// <summary>The checkout that these tests were built from, and the tool that was built with them.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Of the same configuration as the tests: `bin/Release/net10.0` or `bin/Debug/net10.0`.</summary>
    public static string Tool { get; } = PathOf(Path.Combine(
        "src", "Ashlar.Tool", "bin", ConfigurationOf(AppContext.BaseDirectory), "net10.0", "ashlar.dll"));

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    private static string ConfigurationOf(string output) =>
        new DirectoryInfo(output).Parent?.Name ?? throw new InvalidOperationException(output);

    private static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Ashlar.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"no Ashlar.slnx above {start}");
    }
}
