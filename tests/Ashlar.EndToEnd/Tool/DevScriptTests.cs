namespace Ashlar.EndToEnd.Tool;

/// <summary>`./dev` says what it can do, and refuses what it cannot.</summary>
public sealed class DevScriptTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("")]
    public async Task Help_names_every_command(string word)
    {
        var run = await ProcessRun.Of(Checkout.PathOf("dev"), word.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(0, run.Code);
        foreach (var command in new[] { "build", "test", "accept", "check", "bench", "pack", "new-rule" })
        {
            Assert.Contains($"\n  {command} ", run.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_unknown_command_is_refused()
    {
        var run = await ProcessRun.Of(Checkout.PathOf("dev"), ["tset"]);
        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.EndsWith("== no command is named `tset`\n", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("--rows")]
    [InlineData("--rows many")]
    [InlineData("--rows 10 nonsense")]
    [InlineData("--database oracle")]
    public async Task What_is_no_option_of_the_endpoints_gets_the_usage(string words)
    {
        var run = await ProcessRun.Of(Checkout.PathOf("dev"), ["bench", "endpoints", .. words.Split(' ')]);
        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains("options of endpoints:", run.Error, StringComparison.Ordinal);
    }
}
