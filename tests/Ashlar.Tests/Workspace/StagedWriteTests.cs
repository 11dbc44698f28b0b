using System.Text.Json;
using Ashlar.Tool.Workspace;

namespace Ashlar.Tests.Workspace;

/// <summary>Half a write is undone, whoever stopped it.</summary>
public sealed class StagedWriteTests : IDisposable
{
    private static readonly FileChange Create = new("new.txt", OldHash: null, "new");
    private static readonly FileChange Replace = new("old.txt", ContentHash.Of("old"), "newer");
    private static readonly FileChange Delete = new("gone.txt", ContentHash.Of("gone"), NewText: null);

    private readonly TemporaryFolder _folder = new TemporaryFolder().With("old.txt", "old").With("gone.txt", "gone");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void All_changes_are_made_and_no_stage_is_left()
    {
        Assert.Null(new StagedWrite(_folder.System).Apply([Create, Replace, Delete]));
        Assert.Equal(new Dictionary<string, string> { ["new.txt"] = "new", ["old.txt"] = "newer" }, _folder.Snapshot());
    }

    [Fact]
    public void A_file_that_is_not_what_it_was_stops_everything_and_is_kept()
    {
        _folder.With("zz.txt", "saved meanwhile");
        var before = _folder.Snapshot();
        var late = new FileChange("zz.txt", ContentHash.Of("as it was read"), "x");
        Assert.Equal("changed-during-build", new StagedWrite(_folder.System).Apply([Create, Replace, Delete, late])?.Code);
        Assert.Equal(before, _folder.Snapshot());
    }

    [Fact]
    public void A_file_that_appeared_stops_everything_and_is_kept()
    {
        _folder.With("new.txt", "somebody else's");
        var before = _folder.Snapshot();
        Assert.Equal("changed-during-build", new StagedWrite(_folder.System).Apply([Replace, Create])?.Code);
        Assert.Equal(before, _folder.Snapshot());
    }

    [Fact]
    public void A_file_that_disappeared_stops_everything()
    {
        File.Delete(_folder.PathOf("gone.txt"));
        var before = _folder.Snapshot();
        Assert.Equal("changed-during-build", new StagedWrite(_folder.System).Apply([Create, Replace, Delete])?.Code);
        Assert.Equal(before, _folder.Snapshot());
    }

    [Fact]
    public void A_place_that_cannot_be_written_stops_everything()
    {
        var before = _folder.Snapshot();
        var impossible = new FileChange("old.txt/below.txt", OldHash: null, "x");
        Assert.Equal("cannot-write", new StagedWrite(_folder.System).Apply([Create, impossible])?.Code);
        Assert.Equal(before, _folder.Snapshot());
    }

    /// <summary>The states that a kill can leave: each change undone from what lies in the stage.</summary>
    [Fact]
    public void What_a_killed_run_left_is_undone_by_the_next()
    {
        var before = _folder.Snapshot();
        _folder.With(".ashlar/write/journal.json", JsonSerializer.Serialize(new[]
        {
            new { Path = "new.txt", IsWritten = true },
            new { Path = "old.txt", IsWritten = true },
            new { Path = "gone.txt", IsWritten = false },
            new { Path = "later.txt", IsWritten = true },
            new { Path = "kept.txt", IsWritten = false },
        }));
        _folder.With("new.txt", "new");
        _folder.With(".ashlar/write/old/old.txt", "old").With("old.txt", "newer");
        File.Move(_folder.PathOf("gone.txt"), _folder.PathOf(".ashlar/write/old/gone.txt"));
        _folder.With(".ashlar/write/new/later.txt", "later");
        _folder.With("kept.txt", "kept");

        Assert.Null(new StagedWrite(_folder.System).Restore());
        Assert.Equal(new Dictionary<string, string>(before) { ["kept.txt"] = "kept" }, _folder.Snapshot());
    }

    [Fact]
    public void What_a_run_left_that_was_killed_before_replacing_is_thrown_away()
    {
        var before = _folder.Snapshot();
        _folder.With(".ashlar/write/new/old.txt", "newer").With(".ashlar/write/journal.json.draft", "[");
        Assert.Null(new StagedWrite(_folder.System).Restore());
        Assert.Equal(before, _folder.Snapshot());
    }

    [Fact]
    public void Two_runs_do_not_write_at_once()
    {
        using var first = WriteTurn.Take(_folder.System);
        Assert.NotNull(first);
        Assert.Throws<IOException>(() => new FileStream(
            _folder.PathOf(".ashlar/writing"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
    }
}
