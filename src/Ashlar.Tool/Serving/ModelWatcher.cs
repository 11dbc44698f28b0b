using Ashlar.Tool.Workspace;

namespace Ashlar.Tool.Serving;

/// <summary>
/// Says when what people edit has changed and come to rest. The operating system's notices make it quick; looking again
/// every second makes it work where there are none, as on network folders.
/// </summary>
internal sealed class ModelWatcher : IDisposable
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(60);

    private readonly SystemFolder _folder;
    private readonly SemaphoreSlim _notices = new(0);
    private readonly FileSystemWatcher? _watcher;
    private string _seen;

    public ModelWatcher(SystemFolder folder)
    {
        _folder = folder;
        _seen = Fingerprint.Of(folder);
        _watcher = Disk.Attempt<FileSystemWatcher?>(Watch, refusal => null);
    }

    /// <summary>Ends when something changed since the last time, and then stayed the same for a moment.</summary>
    public async Task Change(CancellationToken stop)
    {
        while (Fingerprint.Of(_folder) == _seen)
        {
            await _notices.WaitAsync(LookAgain, stop);
        }

        string latest;
        do
        {
            latest = Fingerprint.Of(_folder);
            await Task.Delay(Rest, stop);
        }
        while (Fingerprint.Of(_folder) != latest);
        _seen = latest;
    }

    public void Dispose()
    {
        _watcher?.Dispose();
        _notices.Dispose();
    }

    private FileSystemWatcher Watch()
    {
        var watcher = new FileSystemWatcher(WatchedFolder()) { IncludeSubdirectories = true };
        watcher.Changed += (_, _) => Notice();
        watcher.Created += (_, _) => Notice();
        watcher.Deleted += (_, _) => Notice();
        watcher.Renamed += (_, _) => Notice();
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private string WatchedFolder()
    {
        var model = _folder.PathOf(SystemFolder.ModelFolder);
        return Directory.Exists(model) ? model : _folder.Root;
    }

    private void Notice()
    {
        if (_notices.CurrentCount == 0)
        {
            _notices.Release();
        }
    }
}
