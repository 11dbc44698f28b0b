using System.CommandLine;
using System.Text.Json;
using Ashlar.Tool.Changing;
using Ashlar.Tool.Rendering;
using Ashlar.Tool.Serving;
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
        command.SetAction(parsed =>
            output.Write(terminal, parsed, Build(terminal, SystemFolder.Of(parsed.GetRequiredValue(path)))));
        return command;
    }

    private static Answer Build(Terminal terminal, SystemFolder folder)
    {
        using var waiting = Waiting.For(terminal, "building");
        return BuildGate.Of(folder) is { IsEmpty: false } found
            ? new Answer("build") { Findings = found, Sources = new SourceMap([], folder.Display) }
            : Build("build", folder);
    }

    public static Answer Build(string command, SystemFolder folder) => AnswerOf(command, SystemBuild.Of(folder));

    public static Answer AnswerOf(string command, SystemBuild build)
    {
        var folder = build.System.Folder;
        var code = build is { HasErrors: false, System.Compilation: { } compiled }
            ? CustomCode.Of(folder, compiled.Model)
            : CustomCode.Fine;
        var count = AnswerWriter.Count([.. build.Findings, .. code.Problems]) + "\n";
        return new Answer(command)
        {
            Findings = [.. build.Findings, .. code.Problems],
            Sources = new SourceMap([.. build.Shown, .. code.Shown], folder.Display),
            Text = build.HasErrors ? count
                : Summary(build.Outcome) + (code.HasErrors ? $"the code in `custom/` does not fit: {count}" : LeftOut(build)),
            Members = json => WriteMembers(json, build.Outcome),
        };
    }

    private static void WriteMembers(Utf8JsonWriter json, WriteOutcome outcome)
    {
        json.WriteNumber("written", outcome.Written);
        json.WriteNumber("deleted", outcome.Deleted);
        json.WriteNumber("unchanged", outcome.Unchanged);
    }

    private static string LeftOut(SystemBuild build) => build.Files.WhatTestsLeaveOut is { } file
        ? $"note: the generated tests leave something out; {file.Path} lists it\n"
        : "";

    private static string Summary(WriteOutcome outcome) =>
        outcome.Written + outcome.Deleted == 0
            ? $"nothing to do: {outcome.Unchanged} files are as the model says\n"
            : $"{outcome.Written} files written, {outcome.Deleted} deleted, {outcome.Unchanged} unchanged\n";
}
