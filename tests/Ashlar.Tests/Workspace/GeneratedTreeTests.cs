using Ashlar.Emit;
using Ashlar.Tool.Workspace;

namespace Ashlar.Tests.Workspace;

/// <summary>A build writes all or nothing, only what it owns, and only inside the project.</summary>
public sealed class GeneratedTreeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new TemporaryFolder().With("model/shop.ashlar", "system Shop");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_first_build_writes_every_file_and_the_lock()
    {
        var outcome = Write(("src/A.cs", "a\n"), ("src/deep/B.cs", "b\n"));
        Assert.Equal((3, 0), (outcome.Written, outcome.Deleted));
        Assert.Equal("b\n", _folder.Read("src/deep/B.cs"));
        var known = LockFile.Parse(_folder.Read("ashlar.lock"))!;
        Assert.Equal(["src/A.cs", "src/deep/B.cs"], known.Files.Keys);
        Assert.Equal(ContentHash.Of("a\n"), known.Files["src/A.cs"]);
    }

    [Fact]
    public void A_build_without_a_change_touches_nothing()
    {
        Write(("src/A.cs", "a\n"));
        var before = File.GetLastWriteTimeUtc(_folder.PathOf("ashlar.lock"));
        Assert.Equal(new WriteOutcome(0, 0, 1) with { Problems = [] }, Write(("src/A.cs", "a\n")));
        Assert.Equal(before, File.GetLastWriteTimeUtc(_folder.PathOf("ashlar.lock")));
    }

    [Fact]
    public void A_change_touches_its_own_file_and_the_lock()
    {
        Write(("src/A.cs", "a\n"), ("src/B.cs", "b\n"));
        var outcome = Write(("src/A.cs", "a\n"), ("src/B.cs", "b2\n"));
        Assert.Equal((2, 1), (outcome.Written, outcome.Unchanged));
        Assert.Equal("b2\n", _folder.Read("src/B.cs"));
    }

    [Fact]
    public void A_file_that_is_generated_no_more_is_deleted_with_its_empty_folders()
    {
        Write(("src/A.cs", "a\n"), ("src/deep/er/B.cs", "b\n"));
        Assert.Equal(1, Write(("src/A.cs", "a\n")).Deleted);
        Assert.False(Directory.Exists(_folder.PathOf("src/deep")));
        Assert.True(Directory.Exists(_folder.PathOf("src")));
    }

    [Fact]
    public void An_edited_file_stops_the_build_and_keeps_everything()
    {
        Write(("src/A.cs", "one\ntwo\nthree\n"), ("src/B.cs", "b\n"));
        _folder.With("src/A.cs", "one\nmine\nthree\n");
        var before = _folder.Snapshot();
        var outcome = Write(("src/A.cs", "one\ntwo\nthree\n"), ("src/B.cs", "b2\n"));
        var problem = Assert.Single(outcome.Problems);
        Assert.Equal("edited-generated-file", problem.Code);
        Assert.Equal("mine", Assert.Single(outcome.Shown).Slice(problem.Location.Span));
        Assert.Equal(before, _folder.Snapshot());
    }

    [Fact]
    public void An_edited_file_that_is_generated_no_more_is_kept()
    {
        Write(("src/A.cs", "a\n"), ("src/B.cs", "b\n"));
        _folder.With("src/B.cs", "mine\n");
        Assert.Equal("edited-generated-file", Assert.Single(Write(("src/A.cs", "a\n")).Problems).Code);
        Assert.Equal("mine\n", _folder.Read("src/B.cs"));
    }

    [Fact]
    public void An_edited_file_that_was_deleted_is_written_again()
    {
        Write(("src/A.cs", "a\n"));
        File.Delete(_folder.PathOf("src/A.cs"));
        Assert.Equal(1, Write(("src/A.cs", "a\n")).Written);
        Assert.Equal("a\n", _folder.Read("src/A.cs"));
    }

    [Fact]
    public void A_file_that_the_lock_does_not_know_is_never_overwritten()
    {
        _folder.With("src/A.cs", "mine\n");
        Assert.Equal("file-in-the-way", Assert.Single(Write(("src/A.cs", "a\n")).Problems).Code);
        Assert.Equal("mine\n", _folder.Read("src/A.cs"));
        Assert.False(File.Exists(_folder.PathOf("ashlar.lock")));
    }

    [Fact]
    public void A_file_owned_once_is_written_when_absent_and_then_left_alone()
    {
        Write(FileOwner.Once, ("custom/Slot.cs", "start\n"));
        _folder.With("custom/Slot.cs", "mine\n");
        Assert.Empty(Write(FileOwner.Once, ("custom/Slot.cs", "start 2\n")).Problems);
        Assert.Equal("mine\n", _folder.Read("custom/Slot.cs"));
        Assert.Empty(Write(("src/A.cs", "a\n")).Problems);
        Assert.Equal("mine\n", _folder.Read("custom/Slot.cs"));
    }

    [Fact]
    public void A_link_out_of_the_project_stops_the_build()
    {
        using var elsewhere = new TemporaryFolder();
        Directory.CreateSymbolicLink(_folder.PathOf("src"), elsewhere.Root);
        Assert.Equal("linked-folder", Assert.Single(Write(("src/A.cs", "a\n")).Problems).Code);
        Assert.Empty(elsewhere.Snapshot());
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"format":2,"generator":"9","model":"","files":{}}""")]
    [InlineData("""{"format":1,"generator":"1","model":"","files":{"../outside.cs":"x"}}""")]
    [InlineData("""{"format":1,"generator":"1","model":"","files":{"model/shop.ashlar":"x"}}""")]
    [InlineData("""{"format":1,"generator":"1","model":"","files":[]}""")]
    public void A_lock_that_ashlar_did_not_write_stops_the_build(string text)
    {
        _folder.With("ashlar.lock", text);
        Assert.Equal("broken-lock", Assert.Single(Write(("src/A.cs", "a\n")).Problems).Code);
        Assert.False(Directory.Exists(_folder.PathOf("src")));
    }

    [Theory]
    [InlineData("../A.cs")]
    [InlineData("/A.cs")]
    [InlineData("a//b.cs")]
    [InlineData("model/a.ashlar")]
    [InlineData(".git/config")]
    public void An_emitter_that_leaves_its_place_is_a_defect(string path) =>
        Assert.Throws<InvalidOperationException>(() => Write((path, "x")));

    [Fact]
    public void A_model_that_changed_during_the_build_stops_it()
    {
        var read = _folder.System.Read();
        _folder.With("model/shop.ashlar", "system Shop2");
        var outcome = new GeneratedTree(_folder.System).Write(Files(FileOwner.Generated, ("src/A.cs", "a\n")), read, "1.0", []);
        Assert.Equal("changed-during-build", Assert.Single(outcome.Problems).Code);
        Assert.False(Directory.Exists(_folder.PathOf("src")));
    }

    [Fact]
    public void The_lock_is_the_same_text_after_reading_and_writing()
    {
        Write(("src/B.cs", "b\n"), ("src/A.cs", "a\n"));
        var text = _folder.Read("ashlar.lock");
        Assert.Equal(text, LockFile.Parse(text)!.ToText());
        Assert.True(text.IndexOf("src/A.cs", StringComparison.Ordinal) < text.IndexOf("src/B.cs", StringComparison.Ordinal));
    }

    private WriteOutcome Write(params (string Path, string Text)[] files) => Write(FileOwner.Generated, files);

    private WriteOutcome Write(FileOwner owner, params (string Path, string Text)[] files) =>
        new GeneratedTree(_folder.System).Write(Files(owner, files), _folder.System.Read(), "1.0", []);

    private static FileSet Files(FileOwner owner, params (string Path, string Text)[] files) =>
        FileSet.Of(files.Select(file => new EmittedFile(file.Path, file.Text, owner)));
}
