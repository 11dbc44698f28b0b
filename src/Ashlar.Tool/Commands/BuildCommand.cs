using System.CommandLine;
using Ashlar.Emit;
using Ashlar.Tool.Rendering;
using Ashlar.Tool.Workspace;

namespace Ashlar.Tool.Commands;

/// <summary>`ashlar build`: writes the system that the model says into its folder.</summary>
internal static class BuildCommand
{
    public static Command Create(Terminal terminal)
    {
        var output = new OutputOptions();
        var path = SystemArgument.Create();
        var command = new DocumentedCommand(
            "build",
            "Check the model and write the system into its folder: all of it, or nothing",
            new Example("ashlar build shop", "write what changed; without a change nothing is touched"),
            new Example("ashlar build shop --json", "the same, with counts for programs"))
        {
            path,
        };
        output.AddTo(command);
        command.SetAction(parsed => output.Write(terminal, parsed, Build("build", SystemFolder.Of(parsed.GetRequiredValue(path)))));
        return command;
    }

    public static Answer Build(string command, SystemFolder folder)
    {
        var system = CheckedSystem.Of(folder);
        var answer = SystemArgument.AnswerOf(command, system);
        return system.HasErrors || system.Compilation is not { } compiled
            ? answer with { Text = AnswerWriter.Count(system.Findings) + "\n" }
            : WriteFiles(answer, system, SystemEmitter.Emit(compiled.Model));
    }

    private static Answer WriteFiles(Answer answer, CheckedSystem system, FileSet files)
    {
        var outcome = new GeneratedTree(system.Folder).Write(files, system.Text, ToolVersion.Text);
        return answer with
        {
            Findings = answer.Findings.AddRange(outcome.Problems),
            Sources = new SourceMap(system.Files.AddRange(outcome.Shown), system.Folder.Display),
            Text = outcome.Problems.IsEmpty ? Summary(outcome) : AnswerWriter.Count(outcome.Problems) + "\n",
            Members = json =>
            {
                json.WriteNumber("written", outcome.Written);
                json.WriteNumber("deleted", outcome.Deleted);
                json.WriteNumber("unchanged", outcome.Unchanged);
            },
        };
    }

    private static string Summary(WriteOutcome outcome) =>
        outcome.Written + outcome.Deleted == 0
            ? $"nothing to do: {outcome.Unchanged} files are as the model says\n"
            : $"{outcome.Written} files written, {outcome.Deleted} deleted, {outcome.Unchanged} unchanged\n";
}
