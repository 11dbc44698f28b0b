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
    private readonly HashSet<string> _made = new(StringComparer.Ordinal);
    private string _seen;

    public ModelWatcher(SystemFolder folder)
    {
        _folder = folder;
        _seen = Look();
        _watcher = Disk.Attempt<FileSystemWatcher?>(Watch, refusal => null);
    }

    /// <summary>Ends when something changed since the last time, and then stayed the same for a moment.</summary>
    public async Task Change(CancellationToken stop)
    {
        while (Look() == _seen)
        {
            await _notices.WaitAsync(LookAgain, stop);
        }

        string latest;
        do
        {
            latest = Look();
            await Task.Delay(Rest, stop);
        }
        while (Look() != latest);
        _seen = latest;
    }

    /// <summary>The tool has made a file for somebody to edit. As long as it is as it was made, nobody has.</summary>
    public void HasMade(string path, string text)
    {
        var file = new FileInfo(_folder.PathOf(path));
        var line = Disk.Attempt(() => File.ReadAllText(file.FullName) == text ? Fingerprint.LineOf(file) : "", _ => "");
        if (line.Length > 0 && _made.Add(line))
        {
            _seen = _seen.Replace(line, "", StringComparison.Ordinal);
        }
    }

    private string Look() => Fingerprint.Of(_folder, _made);

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
