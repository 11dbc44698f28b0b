namespace Ashlar.Tool.Workspace;

/// <summary>Only one ashlar writes to a folder at a time. The operating system ends the turn of a process that dies.</summary>
internal sealed class WriteTurn(FileStream held) : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Null when another process kept the folder for all of the wait.</summary>
    public static WriteTurn? Take(SystemFolder folder)
    {
        Directory.CreateDirectory(folder.PrivateFolder);
        var path = Path.Combine(folder.PrivateFolder, "writing");
        for (var waited = TimeSpan.Zero; waited < LongestWait; waited += Pause)
        {
            if (TryOpen(path) is { } held)
            {
                return new WriteTurn(held);
            }

            Thread.Sleep(Pause);
        }

        return null;
    }

    public void Dispose() => held.Dispose();

    /// <summary>A file that is in use looks like any other refusal; one that cannot be made at all is not waited for.</summary>
    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }
}
