using Ashlar.Tool.Serving;

namespace Ashlar.Tests.Serving;

/// <summary>Edits of the model and of custom code are noticed, and nothing else.</summary>
public sealed class ModelWatcherTests : IDisposable
{
    private readonly TemporaryFolder _folder = new TemporaryFolder().With("model/a.ashlar", "a").With("custom/A.cs", "a");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("model/a.ashlar", "changed")]
    [InlineData("model/new.ashlar", "")]
    [InlineData("custom/A.cs", "changed")]
    public async Task An_edit_is_noticed(string path, string text)
    {
        using var watcher = new ModelWatcher(_folder.System);
        var change = watcher.Change(TestContext.Current.CancellationToken);
        _folder.With(path, text);
        await change.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task An_edit_between_two_waits_is_not_lost()
    {
        using var watcher = new ModelWatcher(_folder.System);
        _folder.With("model/a.ashlar", "changed before anybody waited");
        await watcher.Change(TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_file_that_is_made_for_somebody_is_no_edit_until_it_is_edited()
    {
        using var watcher = new ModelWatcher(_folder.System);
        _folder.With("custom/B.cs", "to be written");
        watcher.HasMade("custom/B.cs", "to be written");
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1.5));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watcher.Change(stop.Token));

        _folder.With("custom/B.cs", "written");
        await watcher.Change(TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_file_that_somebody_wrote_before_it_could_be_made_is_an_edit()
    {
        using var watcher = new ModelWatcher(_folder.System);
        _folder.With("custom/B.cs", "written");
        watcher.HasMade("custom/B.cs", "to be written");
        await watcher.Change(TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Generated_files_and_build_output_are_not_edits()
    {
        var before = Fingerprint.Of(_folder.System);
        _folder.With("src/A.cs", "x").With(".ashlar/a.db", "x").With("ashlar.lock", "x");
        Assert.Equal(before, Fingerprint.Of(_folder.System));
        _folder.With("model/a.ashlar", "aa");
        Assert.NotEqual(before, Fingerprint.Of(_folder.System));
    }

    [Fact]
    public async Task Waiting_ends_when_it_is_told_to()
    {
        using var watcher = new ModelWatcher(_folder.System);
        using var stop = new CancellationTokenSource();
        var change = watcher.Change(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => change);
    }
}
