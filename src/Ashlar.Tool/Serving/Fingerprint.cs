using System.Globalization;
using Ashlar.Tool.Workspace;

namespace Ashlar.Tool.Serving;

/// <summary>What people edit, as names, sizes and times: cheap to take, and different after every save.</summary>
internal static class Fingerprint
{
    private static readonly string[] Edited = [SystemFolder.ModelFolder, "custom", SystemFolder.SettingsFolder];

    /// <param name="folder">The system.</param>
    /// <param name="made">Files that nobody has edited yet: how they looked when the tool made them.</param>
    public static string Of(SystemFolder folder, params IReadOnlyCollection<string> made) => Disk.Attempt(
        () => string.Concat(Files(folder).Select(LineOf).Where(line => !made.Contains(line)).Order(StringComparer.Ordinal)),
        refusal => refusal);

    /// <summary>The same of the settings alone, which no compiler sees.</summary>
    public static string OfSettings(SystemFolder folder) => Disk.Attempt(
        () => string.Concat(Below(folder, SystemFolder.SettingsFolder).Select(LineOf).Order(StringComparer.Ordinal)),
        refusal => refusal);

    private static IEnumerable<FileInfo> Below(SystemFolder folder, string name) =>
        new DirectoryInfo(folder.PathOf(name)) is { Exists: true } place
            ? place.EnumerateFiles("*", SearchOption.AllDirectories)
            : [];

    private static IEnumerable<FileInfo> Files(SystemFolder folder) =>
        Edited.SelectMany(name => Below(folder, name))
            .Concat(new DirectoryInfo(folder.Root).EnumerateFiles(SystemFolder.Pattern));

    /// <summary>How a file looks: another line after every save.</summary>
    public static string LineOf(FileInfo file) =>
        string.Create(CultureInfo.InvariantCulture, $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}\n");
}
