using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Ashlar.Tool.Commands;

/// <summary>The library's help, followed by examples and exit codes.</summary>
internal sealed class HelpPage(HelpAction standard) : SynchronousCommandLineAction
{
    /// <summary>Help is right even where the rest of the line is not: `ashlar build --wrong --help`.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        standard.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is DocumentedCommand { Examples.Count: > 0 } command)
        {
            WriteRows(output, "Examples:", command.Examples.Select(example => (example.Line, example.Meaning)).ToList());
        }

        WriteRows(output, "Exit codes:", ExitCode.All.Select(row => ($"{row.Code}", row.Meaning)).ToList());
        return ExitCode.Fine;
    }

    private static void WriteRows(TextWriter output, string title, List<(string Left, string Right)> rows)
    {
        var width = rows.Max(row => row.Left.Length);
        output.WriteLine(title);
        foreach (var (left, right) in rows)
        {
            output.WriteLine($"  {left.PadRight(width)}  {right}");
        }

        output.WriteLine();
    }
}
