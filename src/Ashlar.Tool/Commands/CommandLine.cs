using System.CommandLine;
using System.CommandLine.Help;

namespace Ashlar.Tool.Commands;

/// <summary>All commands, and what becomes of the words of a command line.</summary>
internal static class CommandLine
{
    private static readonly ParserConfiguration Words = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    public static async Task<int> Run(string[] words, Terminal terminal, CancellationToken stop)
    {
        var parsed = Create(terminal).Parse(words, Words);
        var isMisread = parsed.Errors.Count > 0 || UsageReport.StrayOptions(parsed).Any();
        if (isMisread && parsed.Action is not HelpPage)
        {
            return UsageReport.Write(terminal, parsed);
        }

        return await parsed.InvokeAsync(
            new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            },
            stop);
    }

    public static RootCommand Create(Terminal terminal)
    {
        var root = new RootCommand("Ashlar compiles a model into a complete ASP.NET Core system.")
        {
            NewCommand.Create(terminal),
            CheckCommand.Create(terminal),
            FmtCommand.Create(terminal),
            FixCommand.Create(terminal),
            ExplainCommand.Create(terminal),
            PlanCommand.Create(terminal),
            ApplyCommand.Create(terminal),
            BuildCommand.Create(terminal),
            MigrateCommand.Create(terminal),
            RunCommand.Create(terminal),
            TestCommand.Create(terminal),
            DescribeCommand.Create(terminal),
            ConfigCommand.Create(terminal),
            FlowCommand.Create(terminal),
            EventsCommand.Create(terminal),
        };
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = new HelpPage(option.Action as HelpAction ?? new HelpAction());
        }

        root.SetAction(parsed => parsed.RootCommandResult.Command.Parse(["--help"]).Invoke(parsed.InvocationConfiguration));
        return root;
    }
}
