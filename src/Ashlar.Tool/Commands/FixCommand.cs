using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;
using Ashlar.Tool.Changing;
using Ashlar.Tool.Rendering;
using Ashlar.Tool.Workspace;

namespace Ashlar.Tool.Commands;

/// <summary>`ashlar fix`: applies the fixes of findings to the model.</summary>
internal static class FixCommand
{
    public static Command Create(Terminal terminal)
    {
        var output = new OutputOptions();
        var path = new Argument<string>("PATH")
        {
            Description = "The folder of a system, one of its files, or a line: `sales.ashlar:14`",
            DefaultValueFactory = _ => ".",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var risky = new Option<bool>("--unsafe") { Description = "Also apply fixes that change behaviour, data or callers" };
        var command = new DocumentedCommand(
            "fix",
            "Apply the safe fixes of all findings, again and again until none is left",
            new Example("ashlar fix shop", "apply every safe fix"),
            new Example("ashlar fix shop/model/sales.ashlar:14", "only those of one line"),
            new Example("ashlar fix shop/model/sales.ashlar:14 --unsafe", "also one that changes behaviour"))
        {
            path, risky,
        };
        output.AddTo(command);
        command.SetAction(parsed =>
            output.Write(terminal, parsed, Fix(parsed.GetRequiredValue(path), parsed.GetValue(risky))));
        return command;
    }

    private static Answer Fix(string path, bool isRisky)
    {
        var (file, line) = Split(path);
        var folder = SystemFolder.Of(file);
        var before = CheckedSystem.Of(folder);
        if (before.Compilation is not { } compilation)
        {
            return SystemArgument.AnswerOf("fix", before);
        }

        var scope = new FixScope(File.Exists(file) ? folder.RelativePathOf(file) : "", line);
        var (fixedFiles, applied) = new FixLoop(scope, isRisky, new AppliedFindings(folder).Of).Run(before.Files, compilation);
        var problem = new ModelFiles(folder).Replace(before.Files, fixedFiles);
        var after = problem is null ? CheckedSystem.Of(folder) : before;
        return SystemArgument.AnswerOf("fix", after) with
        {
            Findings = problem is null ? after.Findings : [problem],
            Text = problem is null ? Summary(applied, after) : "",
            Members = json => json.WriteNumber("applied", applied),
        };
    }

    /// <summary>`sales.ashlar:14` names a line, unless a file has that very name.</summary>
    private static (string Path, int Line) Split(string path)
    {
        var colon = path.LastIndexOf(':');
        return colon > 0 && !File.Exists(path)
            && int.TryParse(path.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var line)
                ? (path[..colon], line)
                : (path, 0);
    }

    private static string Summary(int applied, CheckedSystem after)
    {
        var left = AnswerWriter.Count(after.Findings);
        return $"{applied} {(applied == 1 ? "fix" : "fixes")} applied{(left.Length > 0 ? $"; {left} left" : "")}\n";
    }
}
