using Ashlar.Tool.Workspace;

namespace Ashlar.Tests.Workspace;

/// <summary>Whatever stands in a folder, reading it gives texts or findings, never an exception.</summary>
public sealed class SystemFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Model_files_come_in_ordinal_order_with_paths_from_the_root()
    {
        _folder.With("model/b.ashlar", "b").With("model/a/z.ashlar", "z").With("model/B.ashlar", "B").With("model/notes.md", "");
        var paths = _folder.System.Read().Files.Select(file => file.Path);
        Assert.Equal(["model/B.ashlar", "model/a/z.ashlar", "model/b.ashlar"], paths);
    }

    [Fact]
    public void Without_a_model_folder_the_files_of_the_folder_itself_are_the_model()
    {
        _folder.With("shop.ashlar", "s").With("other/x.ashlar", "x");
        Assert.Equal("shop.ashlar", Assert.Single(_folder.System.Read().Files).Path);
    }

    [Theory]
    [InlineData("")]
    [InlineData("model")]
    [InlineData("model/shop.ashlar")]
    public void A_system_is_found_by_its_folder_its_model_folder_or_a_file(string path)
    {
        _folder.With("model/shop.ashlar", "");
        Assert.Equal(_folder.Root, SystemFolder.Of(_folder.PathOf(path)).Root);
    }

    [Fact]
    public void A_missing_folder_is_a_finding() =>
        Assert.Equal("missing-folder", OnlyProblem(new SystemFolder(_folder.PathOf("nowhere"))).Code);

    [Fact]
    public void A_folder_without_a_model_is_a_finding() => Assert.Equal("no-model-files", OnlyProblem(_folder.System).Code);

    [Fact]
    public void A_file_over_4_MB_is_a_finding_and_is_not_read()
    {
        _folder.With("big.ashlar", new byte[ModelFileReader.LargestFile + 1]);
        var problem = OnlyProblem(_folder.System);
        Assert.Equal(("file-too-large", "big.ashlar"), (problem.Code, problem.Location.Path));
        Assert.Contains("4,194,305", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_exactly_4_MB_is_read()
    {
        _folder.With("big.ashlar", new string(' ', ModelFileReader.LargestFile));
        Assert.Empty(_folder.System.Read().Problems);
    }

    [Fact]
    public void A_binary_file_is_a_finding()
    {
        _folder.With("a.ashlar", [0x7f, 0x45, 0x4c, 0x46, 0, 1]);
        Assert.Equal("binary-file", OnlyProblem(_folder.System).Code);
    }

    [Fact]
    public void Broken_UTF_8_is_a_finding_at_the_broken_character()
    {
        _folder.With("a.ashlar", [.. "system A\n// é: "u8, 0xe9, .. " end"u8]);
        var read = _folder.System.Read();
        var problem = Assert.Single(read.Problems);
        Assert.Equal("broken-encoding", problem.Code);
        Assert.Equal((2, 7), At(read, problem));
        Assert.Contains("0xe9", problem.Label, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_ends_within_a_character_is_a_finding()
    {
        _folder.With("a.ashlar", [.. "system A"u8, 0xe2, 0x82]);
        Assert.Equal("broken-encoding", OnlyProblem(_folder.System).Code);
    }

    [Fact]
    public void A_byte_order_mark_is_part_of_the_text()
    {
        _folder.With("a.ashlar", [0xef, 0xbb, 0xbf, .. "system A"u8]);
        var read = _folder.System.Read();
        Assert.Empty(read.Problems);
        Assert.Equal("\ufeffsystem A", Assert.Single(read.Files).Text);
    }

    [Fact]
    public void A_dangling_link_is_a_finding()
    {
        File.CreateSymbolicLink(_folder.PathOf("a.ashlar"), _folder.PathOf("gone"));
        Assert.Equal("unreadable-file", OnlyProblem(_folder.System).Code);
    }

    [Fact]
    public void A_link_to_a_folder_is_not_followed()
    {
        _folder.With("model/a.ashlar", "a");
        Directory.CreateSymbolicLink(_folder.PathOf("model/loop"), _folder.PathOf("model"));
        Assert.Single(_folder.System.Read().Files);
    }

    [Fact]
    public void All_problems_of_all_files_are_reported()
    {
        _folder.With("a.ashlar", [0]).With("b.ashlar", [0xff]).With("c.ashlar", "system C");
        Assert.Equal(["binary-file", "broken-encoding"], _folder.System.Read().Problems.Select(problem => problem.Code));
    }

    private static Core.Diagnostics.Diagnostic OnlyProblem(SystemFolder folder) => Assert.Single(folder.Read().Problems);

    private static (int Line, int Column) At(ModelText read, Core.Diagnostics.Diagnostic problem)
    {
        var position = read.Files.Single(file => file.Path == problem.Location.Path).PositionOf(problem.Location.Span.Start);
        return (position.Line, position.Column);
    }
}
