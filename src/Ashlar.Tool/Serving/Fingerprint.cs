using System.Globalization;
using Ashlar.Tool.Workspace;

namespace Ashlar.Tool.Serving;

/// <summary>What people edit, as names, sizes and times: cheap to take, and different after every save.</summary>
internal static class Fingerprint
{
    private static readonly string[] Edited = [SystemFolder.ModelFolder, "custom"];

    public static string Of(SystemFolder folder) =>
        Disk.Attempt(() => string.Concat(Files(folder).Select(Line).Order(StringComparer.Ordinal)), refusal => refusal);

    private static IEnumerable<FileInfo> Files(SystemFolder folder) =>
        Edited.Select(name => new DirectoryInfo(folder.PathOf(name)))
            .Where(place => place.Exists)
            .SelectMany(place => place.EnumerateFiles("*", SearchOption.AllDirectories))
            .Concat(new DirectoryInfo(folder.Root).EnumerateFiles(SystemFolder.Pattern));

    private static string Line(FileInfo file) =>
        string.Create(CultureInfo.InvariantCulture, $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}\n");
}
