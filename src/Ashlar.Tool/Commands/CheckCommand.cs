using System.CommandLine;
using Ashlar.Tool.Rendering;
using Ashlar.Tool.Workspace;

namespace Ashlar.Tool.Commands;

/// <summary>`ashlar check`: the whole model, nothing written.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var output = new OutputOptions();
        var path = SystemArgument.Create();
        var command = new DocumentedCommand(
            "check",
            "Check the whole model of a system; nothing is written",
            new Example("ashlar check", "check the system in this folder"),
            new Example("ashlar check shop --format concise", "one line for each finding, for editors and logs"),
            new Example("ashlar check shop --json", "everything about each finding, for programs"))
        {
            path,
        };
        output.AddTo(command);
        command.SetAction(parsed => output.Write(terminal, parsed, Check(parsed.GetRequiredValue(path))));
        return command;
    }

    private static Answer Check(string path)
    {
        var system = CheckedSystem.Of(SystemFolder.Of(path));
        return SystemArgument.AnswerOf("check", system) with { Text = Summary(system) };
    }

    private static string Summary(CheckedSystem system)
    {
        var count = AnswerWriter.Count(system.Findings);
        return system.Compilation is not { } compiled ? ""
            : system.HasErrors ? $"{count}\n"
            : count.Length > 0 ? $"{count}; for one that is meant, write `// allow CODE: REASON` in the line above it\n"
            : $"{compiled.Model.Name} is fine: {SystemSize.Of(compiled.Model)}\n";
    }
}
