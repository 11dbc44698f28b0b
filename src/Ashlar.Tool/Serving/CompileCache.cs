using System.Security.Cryptography;
using Ashlar.Tool.Workspace;

namespace Ashlar.Tool.Serving;

/// <summary>
/// What the compiler made before, by a hash of all that it made it from: kept between processes, in a folder of the user.
/// Nothing but time depends on it: what is missing, damaged or cannot be written is made again. Without a folder nothing is kept.
/// </summary>
internal sealed class CompileCache(string? folder)
{
    private const int MostFiles = 400;
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The cache of whoever runs the tool. `ASHLAR_CACHE` names another folder.</summary>
    public static CompileCache OfUser { get; } = new(
        Environment.GetEnvironmentVariable("ASHLAR_CACHE") is { Length: > 0 } chosen ? chosen : FolderOfUser());

    /// <summary>Whether nothing was compiled yet.</summary>
    public bool IsEmpty => !Directory.Exists(folder);

    public byte[]? Find(string key) => folder is null
        ? null
        : Disk.Attempt(() => Read(Path.Combine(folder, key)), _ => null);

    public void Keep(string key, ReadOnlySpan<byte> made)
    {
        if (folder is null)
        {
            return;
        }

        byte[] content = [.. SHA256.HashData(made), .. made];
        Disk.Attempt(
            () =>
            {
                Write(folder, key, content);
                return true;
            },
            _ => false);
    }

    /// <summary>Whoever has no home, as in some containers, has no folder either.</summary>
    private static string? FolderOfUser()
    {
        var data = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return data.Length > 0 ? Path.Combine(data, "ashlar", "compiled") : null;
    }

    /// <summary>Nothing where there is no such file, or it was cut off or changed.</summary>
    private static byte[]? Read(string path)
    {
        var content = File.Exists(path) ? File.ReadAllBytes(path) : [];
        if (content.Length < SHA256.HashSizeInBytes)
        {
            return null;
        }

        var made = content.AsSpan(SHA256.HashSizeInBytes);
        if (!SHA256.HashData(made).AsSpan().SequenceEqual(content.AsSpan(0, SHA256.HashSizeInBytes)))
        {
            return null;
        }

        File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
        return made.ToArray();
    }

    private static void Write(string folder, string key, byte[] content)
    {
        _ = OperatingSystem.IsWindows() ? Directory.CreateDirectory(folder) : Directory.CreateDirectory(folder, Own);
        var written = Path.Combine(folder, $"{Guid.NewGuid():N}.part");
        File.WriteAllBytes(written, content);
        File.Move(written, Path.Combine(folder, key), overwrite: true);
        var old = new DirectoryInfo(folder).EnumerateFiles().OrderByDescending(file => file.LastWriteTimeUtc).Skip(MostFiles);
        foreach (var file in old)
        {
            file.Delete();
        }
    }
}
