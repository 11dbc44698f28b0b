using System.CommandLine;
using Ashlar.Tool.Rendering;
using Ashlar.Tool.Serving;
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
            "Check the whole model of a system and the code in custom/; nothing is written",
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

    /// <summary>Hand-written code is checked once the model is fine: its contracts come from there.</summary>
    private static Answer Check(string path)
    {
        var system = CheckedSystem.Of(SystemFolder.Of(path));
        var code = system is { HasErrors: false, Compilation: { } compiled }
            ? CustomCode.Of(system.Folder, compiled.Model)
            : CustomCode.Fine;
        var answer = SystemArgument.AnswerOf("check", system);
        return answer with
        {
            Findings = [.. answer.Findings, .. code.Problems],
            Sources = new SourceMap([.. system.Files, .. code.Shown], system.Folder.Display),
            Text = Summary(system, code),
        };
    }

    private static string Summary(CheckedSystem system, CustomCode code)
    {
        var count = AnswerWriter.Count([.. system.Findings, .. code.Problems]);
        return system.Compilation is not { } compiled ? ""
            : system.HasErrors || code.HasErrors ? $"{count}\n"
            : count.Length > 0 ? $"{count}; for one that is meant, write `// allow CODE: REASON` in the line above it\n"
            : $"{compiled.Model.Name} is fine: {SystemSize.Of(compiled.Model)}\n";
    }
}
