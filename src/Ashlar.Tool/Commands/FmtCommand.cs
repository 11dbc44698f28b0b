using System.CommandLine;
using Ashlar.Core.Syntax;
using Ashlar.Core.Text;
using Ashlar.Tool.Rendering;
using Ashlar.Tool.Workspace;

namespace Ashlar.Tool.Commands;

/// <summary>`ashlar fmt`: the one layout.</summary>
internal static class FmtCommand
{
    public static Command Create(Terminal terminal)
    {
        var output = new OutputOptions();
        var path = new Argument<string>("PATH")
        {
            Description = "The folder of a system, one of its files, or `-` for standard input and output",
            DefaultValueFactory = _ => ".",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var check = new Option<bool>("--check")
        {
            Description = "Write nothing; say which files are not in the layout, and fail",
        };
        var command = new DocumentedCommand(
            "fmt",
            "Write models in their one layout; comments are kept",
            new Example("ashlar fmt shop", "all files of a system"),
            new Example("ashlar fmt shop --check", "only say what would change, for CI"),
            new Example("ashlar fmt - < a.ashlar", "for editors"))
        {
            path, check,
        };
        output.AddTo(command);
        command.SetAction(parsed => parsed.GetRequiredValue(path) == "-"
            ? FormatInput(terminal)
            : Format(terminal, parsed, output, parsed.GetRequiredValue(path), parsed.GetValue(check)));
        return command;
    }

    /// <summary>A text with errors comes out as it went in, so that an editor loses nothing.</summary>
    private static int FormatInput(Terminal terminal)
    {
        var source = new SourceFile("stdin.ashlar", terminal.In.ReadToEnd());
        var tree = Parser.Parse(source);
        terminal.Out.Write(Formatter.Format(tree));
        var answer = new Answer("fmt") { Findings = tree.Diagnostics, Sources = new SourceMap([source], path => path) };
        new AnswerWriter(terminal.Error, OutputFormat.Concise, new Palette(HasColour: false)).Write(answer, ExitCode.Fine);
        return OutputOptions.ExitCodeOf(answer);
    }

    private static int Format(Terminal terminal, ParseResult parsed, OutputOptions output, string path, bool isCheck)
    {
        var folder = SystemFolder.Of(path);
        var files = FormattedFiles.Of(folder, File.Exists(path) ? folder.RelativePathOf(path) : "");
        var changed = files.Changed.Select(file => folder.Display(file.Path)).ToList();
        var problem = isCheck ? null : files.Write(folder);
        var answer = new Answer("fmt")
        {
            Findings = problem is null ? files.Findings : files.Findings.Add(problem),
            Sources = new SourceMap(files.Text.Files, folder.Display),
            Text = problem is null ? Summary(changed, isCheck) : "",
            Members = json =>
            {
                json.WriteStartArray("changed");
                changed.ForEach(json.WriteStringValue);
                json.WriteEndArray();
            },
        };
        var isUnformatted = isCheck && changed.Count > 0 && !answer.HasErrors;
        return output.Write(terminal, parsed, answer, isUnformatted ? ExitCode.Findings : OutputOptions.ExitCodeOf(answer));
    }

    private static string Summary(List<string> changed, bool isCheck) => changed.Count == 0
        ? "every file that can be read is in the layout\n"
        : string.Concat(changed.Select(file => $"{file} {(isCheck ? "is not in the layout" : "formatted")}\n"));
}
