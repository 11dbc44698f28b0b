using System.CommandLine;
using Ashlar.Core.Diagnostics;
using Ashlar.Tool.Rendering;
using Ashlar.Tool.Workspace.Rules;

namespace Ashlar.Tool.Commands;

/// <summary>`--json` and `--format`, the same on every command, and how an answer becomes output and an exit code.</summary>
internal sealed class OutputOptions
{
    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON document instead of text" };

    private readonly Option<string> _format = new Option<string>("--format")
    {
        Description = "How findings are printed",
        DefaultValueFactory = _ => "pretty",
    }.AcceptOnlyFromAmong("pretty", "concise", "json");

    public void AddTo(Command command)
    {
        command.Options.Add(_json);
        command.Options.Add(_format);
    }

    public OutputFormat FormatOf(ParseResult parsed) => parsed.GetValue(_format) switch
    {
        _ when parsed.GetValue(_json) => OutputFormat.Json,
        "json" => OutputFormat.Json,
        "concise" => OutputFormat.Concise,
        _ => OutputFormat.Pretty,
    };

    /// <summary>Prints the answer and says what the process ends with.</summary>
    public int Write(Terminal terminal, ParseResult parsed, Answer answer) =>
        Write(terminal, parsed, answer, ExitCodeOf(answer));

    public int Write(Terminal terminal, ParseResult parsed, Answer answer, int code)
    {
        new AnswerWriter(terminal.Out, FormatOf(parsed), new Palette(terminal.HasColour)).Write(answer, code);
        return code;
    }

    public static int ExitCodeOf(Answer answer) =>
        !answer.HasErrors ? ExitCode.Fine
        : answer.Findings.Any(IsAboutTheMachine) ? ExitCode.Environment
        : ExitCode.Findings;

    private static bool IsAboutTheMachine(Diagnostic found) => EnvironmentRule.Covers(found);
}
