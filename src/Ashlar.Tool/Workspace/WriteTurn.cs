using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;
using Ashlar.Tool.Workspace.Rules;

namespace Ashlar.Tool.Workspace;

/// <summary>Only one ashlar writes to a folder at a time. The operating system ends the turn of a process that dies.</summary>
internal sealed class WriteTurn(FileStream held) : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Writes while nobody else does, after undoing what a killed process left. Null when all is written; otherwise why
    /// nothing is.
    /// </summary>
    public static Diagnostic? Do(SystemFolder folder, Func<StagedWrite, Diagnostic?> work) =>
        Disk.Attempt(() => DoAlone(folder, work), CannotWriteBecause);

    public static Diagnostic CannotWriteBecause(string reason) =>
        Diagnostic.Of<CannotWrite>(new Location(".", default), "this folder cannot be written to")
            .WithNote(reason)
            .WithNote("nothing was changed")
            .WithHelp("free space or allow writing, then run the command again");

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

    private static Diagnostic? DoAlone(SystemFolder folder, Func<StagedWrite, Diagnostic?> work)
    {
        using var turn = Take(folder);
        if (turn is null)
        {
            return Diagnostic.Of<FolderInUse>(new Location(".", default), "another ashlar writes to this folder")
                .WithNote("nothing was changed")
                .WithHelp("wait for it to end, then run the command again");
        }

        var write = new StagedWrite(folder);
        return write.Restore() ?? work(write);
    }

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
