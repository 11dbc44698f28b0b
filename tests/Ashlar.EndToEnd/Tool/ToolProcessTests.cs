using System.Text.Json;

namespace Ashlar.EndToEnd.Tool;

/// <summary>The tool as a process: exit codes, standard streams, colour, and disks that say no.</summary>
public sealed class ToolProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new TemporaryFolder().WithModelOf("bookshop");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_exit_code_says_what_happened()
    {
        Assert.Equal(0, (await ProcessRun.Ashlar("check", _folder.Root)).Code);
        Assert.Equal(2, (await ProcessRun.Ashlar("chek")).Code);
        Assert.Equal(3, (await ProcessRun.Ashlar("check", _folder.PathOf("nowhere"))).Code);
        _folder.With("model/broken.ashlar", "entity {");
        Assert.Equal(1, (await ProcessRun.Ashlar("check", _folder.Root)).Code);
    }

    [Fact]
    public async Task Standard_input_goes_through()
    {
        var run = await ProcessRun.Of("dotnet", ["exec", Checkout.Tool, "fmt", "-"], "system   A { title \"A\" }\n");
        Assert.Equal((0, "system A { title \"A\" }\n"), (run.Code, run.Out));
    }

    [Fact]
    public async Task Findings_are_one_document_for_programs()
    {
        _folder.With("model/broken.ashlar", "entity {");
        var run = await ProcessRun.Ashlar("check", _folder.Root, "--json");
        using var document = JsonDocument.Parse(run.Out);
        Assert.Equal(1, document.RootElement.GetProperty("exitCode").GetInt32());
        Assert.NotEmpty(document.RootElement.GetProperty("diagnostics").EnumerateArray());
    }

    [Fact]
    public async Task Colour_is_for_terminals_and_for_those_who_want_it()
    {
        _folder.With("model/broken.ashlar", "entity {");
        var check = $"dotnet exec '{Checkout.Tool}' check '{_folder.Root}'";
        Assert.DoesNotContain('\u001b', (await ProcessRun.Bash(check)).Out);
        var terminal = await ProcessRun.Bash($"TERM=xterm script -qec \"{check}\" /dev/null");
        Assert.Contains("\u001b[1;31merror[", terminal.Out, StringComparison.Ordinal);
        var plain = await ProcessRun.Bash($"TERM=xterm NO_COLOR=1 script -qec \"{check}\" /dev/null");
        Assert.DoesNotContain("\u001b[1;31m", plain.Out, StringComparison.Ordinal);
        Assert.Contains("error[", plain.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_that_goes_away_is_not_a_defect()
    {
        var run = await ProcessRun.Bash($"set -o pipefail; dotnet exec '{Checkout.Tool}' explain | head -n 1");
        Assert.Equal((0, ""), (run.Code, run.Error));
    }

    [Fact]
    public async Task Two_builds_at_once_end_with_one_whole_system()
    {
        var runs = await Task.WhenAll(ProcessRun.Ashlar("build", _folder.Root), ProcessRun.Ashlar("build", _folder.Root));
        Assert.All(runs, run => Assert.True(
            run.Code == 0 || run.Out.Contains("[changed-during-build]", StringComparison.Ordinal), run.Out + run.Error));
        Assert.Contains(runs, run => run.Code == 0);
        Assert.StartsWith("nothing to do", (await ProcessRun.Ashlar("build", _folder.Root)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_leaves_the_folder_as_it_was()
    {
        var run = await OnSmallDisk("size=200k", "true");
        Assert.Equal((3, true), (run.Code, run.Out.Contains("error[cannot-write]", StringComparison.Ordinal)));
        Assert.EndsWith("left: .ashlar model\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_only_folder_can_be_checked_but_not_written()
    {
        var run = await OnSmallDisk("size=20m", "mount -o remount,ro tmpfs \"$disk\"");
        Assert.Equal((3, true), (run.Code, run.Out.Contains("error[cannot-write]", StringComparison.Ordinal)));
        Assert.Contains("Bookshop is fine", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("left: model\n", run.Out, StringComparison.Ordinal);
    }

    /// <summary>Checks and builds the bookshop on a disk of its own, in a mount namespace of its own.</summary>
    private async Task<ProcessRun> OnSmallDisk(string options, string prepare)
    {
        var disk = Directory.CreateDirectory(_folder.PathOf("disk")).FullName;
        var script = $"""
            disk='{disk}'
            mount -t tmpfs -o {options} tmpfs "$disk" || exit 99
            cp -r '{_folder.PathOf("model")}' "$disk/model" && {prepare} || exit 99
            dotnet exec '{Checkout.Tool}' check "$disk"
            dotnet exec '{Checkout.Tool}' build "$disk"
            code=$?
            echo "left:" $(ls -A "$disk")
            exit $code
            """;
        var run = await ProcessRun.Of("unshare", ["--map-root-user", "--mount", "bash", "-c", script]);
        Assert.SkipWhen(run.Code == 99 || run.Error.Contains("unshare", StringComparison.Ordinal), "no mount namespace here");
        return run;
    }
}
