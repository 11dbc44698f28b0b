using System.Text.Json;
using Ashlar.Tool;
using Ashlar.Tool.Commands;

namespace Ashlar.Tests.Commands;

/// <summary>Runs a command line in process, as the program does.</summary>
internal static class Shell
{
    public static Task<Outcome> Run(params string[] words) => RunWithInput("", words);

    public static async Task<Outcome> RunWithInput(string input, params string[] words)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(new StringReader(input), output, error);
        var code = await CommandLine.Run(words, terminal, TestContext.Current.CancellationToken);
        return new Outcome(code, output.ToString(), error.ToString());
    }

    internal sealed record Outcome(int Code, string Out, string Error)
    {
        public JsonElement Json => JsonDocument.Parse(Out).RootElement;
    }
}
