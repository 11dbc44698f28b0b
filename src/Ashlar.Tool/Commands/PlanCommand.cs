using System.CommandLine;
using System.Text.Json;
using Ashlar.Core.Plan;
using Ashlar.Tool.Changing;
using Ashlar.Tool.Rendering;
using Ashlar.Tool.Workspace;

namespace Ashlar.Tool.Commands;

/// <summary>`ashlar plan`: what becomes of the system when the model is applied.</summary>
internal static class PlanCommand
{
    public static Command Create(Terminal terminal)
    {
        var output = new OutputOptions();
        var path = SystemArgument.Create();
        var html = new Option<bool>("--html") { Description = "Print one page of HTML instead of text" };
        var command = new DocumentedCommand(
            "plan",
            "Say what the change of the model does to data, API, security, behaviour and code; write nothing",
            new Example("ashlar plan shop", "for people"),
            new Example("ashlar plan shop --json", "the same for programs; the same bytes for the same input"),
            new Example("ashlar plan shop --html", "a page for whoever reviews it"))
        {
            path, html,
        };
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            var planned = PlannedChange.Of(SystemFolder.Of(parsed.GetRequiredValue(path))).Tried();
            var answer = AnswerOf("plan", planned);
            return parsed.GetValue(html) && planned.Plan is { } plan
                ? WriteHtml(terminal, planned, plan, OutputOptions.ExitCodeOf(answer))
                : output.Write(terminal, parsed, answer);
        });
        return command;
    }

    private static int WriteHtml(Terminal terminal, PlannedChange planned, ChangePlan plan, int code)
    {
        terminal.Out.Write(PlanHtml.Of(planned, plan));
        return code;
    }

    public static Answer AnswerOf(string command, PlannedChange planned) => new(command)
    {
        Findings = planned.Findings,
        Sources = new SourceMap(planned.Shown, planned.System.Folder.Display),
        Text = PlanText.Of(planned) + Next(planned),
        Members = json => WriteMembers(json, planned),
    };

    private static string Next(PlannedChange planned)
    {
        var count = AnswerWriter.Count(planned.Findings);
        return planned.HasErrors ? $"\n{count}; nothing can be applied\n"
            : planned.Plan is { IsEmpty: false } ? $"\napply it with `ashlar apply --plan {planned.Id}`\n"
            : "";
    }

    private static void WriteMembers(Utf8JsonWriter json, PlannedChange planned)
    {
        if (planned.Plan is { } plan)
        {
            json.WriteBoolean("empty", plan.IsEmpty);
            PlanJson.WriteMembers(json, planned, plan);
        }
    }
}
