using System.Security.Cryptography;
using Ashlar.Tool.Workspace;

namespace Ashlar.Tool.Serving;

/// <summary>
/// What the compiler made before, by a hash of all that it made it from: kept between processes, in a folder of the user.
/// Nothing but time depends on it: what is missing, damaged or cannot be written is made again.
/// </summary>
internal sealed class CompileCache(string folder)
{
    private const int MostFiles = 400;
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The cache of whoever runs the tool. `ASHLAR_CACHE` names another folder.</summary>
    public static CompileCache OfUser { get; } = new(
        Environment.GetEnvironmentVariable("ASHLAR_CACHE") is { Length: > 0 } chosen ? chosen : FolderOfUser());

    /// <summary>Whether nothing was compiled yet.</summary>
    public bool IsEmpty => !Directory.Exists(folder);

    public byte[]? Find(string key) => Disk.Attempt(() => File.Exists(PathOf(key)) ? Read(key) : null, _ => null);

    public void Keep(string key, ReadOnlySpan<byte> made)
    {
        byte[] content = [.. SHA256.HashData(made), .. made];
        Disk.Attempt(
            () =>
            {
                Write(key, content);
                return true;
            },
            _ => false);
    }

    private static string FolderOfUser() => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
        "ashlar", "compiled");

    private string PathOf(string key) => Path.Combine(folder, key);

    /// <summary>Nothing where the file was cut off or changed.</summary>
    private byte[]? Read(string key)
    {
        var content = File.ReadAllBytes(PathOf(key));
        if (content.Length < SHA256.HashSizeInBytes)
        {
            return null;
        }

        var made = content.AsSpan(SHA256.HashSizeInBytes);
        if (!SHA256.HashData(made).AsSpan().SequenceEqual(content.AsSpan(0, SHA256.HashSizeInBytes)))
        {
            return null;
        }

        File.SetLastWriteTimeUtc(PathOf(key), DateTime.UtcNow);
        return made.ToArray();
    }

    private void Write(string key, byte[] content)
    {
        _ = OperatingSystem.IsWindows() ? Directory.CreateDirectory(folder) : Directory.CreateDirectory(folder, Own);
        var written = Path.Combine(folder, $"{Guid.NewGuid():N}.part");
        File.WriteAllBytes(written, content);
        File.Move(written, PathOf(key), overwrite: true);
        var old = new DirectoryInfo(folder).EnumerateFiles().OrderByDescending(file => file.LastWriteTimeUtc).Skip(MostFiles);
        foreach (var file in old)
        {
            file.Delete();
        }
    }
}
