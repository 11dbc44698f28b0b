namespace Ashlar.EndToEnd.Tool;

/// <summary>The sources are as the formatter of the SDK writes them, which `./dev check` asks as well.</summary>
public sealed class FormatTests
{
    [Fact]
    public async Task Sources_are_in_their_layout()
    {
        // Folders are those below the current one.
        const string format = "dotnet format whitespace . --folder --include src/ tests/ bench/ --verify-no-changes";
        var run = await ProcessRun.Of("bash", ["-c", $"cd '{Checkout.PathOf("")}' && exec {format}"]);
        Assert.True(run.Code == 0, run.Out + run.Error);
    }
}
