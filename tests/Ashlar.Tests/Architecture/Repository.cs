using System.Reflection;

namespace Ashlar.Tests.Architecture;

/// <summary>The checkout that these tests were built from.</summary>
internal static class Repository
{
    /// <summary>Found from the test assembly upwards: source paths are mapped away by the deterministic build.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    public static string Read(string relative) => File.ReadAllText(PathOf(relative));

    /// <summary>Files below a folder, as paths from the root with `/`, in ordinal order; never build output.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern) =>
        !Directory.Exists(PathOf(folder))
            ? []
            : Directory.EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
                .Where(file => !IsBuildOutput(file))
                .Order(StringComparer.Ordinal)
                .ToList();

    public static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == key).Value!;

    private static bool IsBuildOutput(string file) =>
        file.Split('/').Any(part => part is "bin" or "obj" or "artifacts" or ".ashlar" or "node_modules" or ".git");

    private static string FindRoot(string start)
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
