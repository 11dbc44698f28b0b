using System.CommandLine;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;
using Ashlar.Tool.Changing;
using Ashlar.Tool.Changing.Rules;
using Ashlar.Tool.Rendering;
using Ashlar.Tool.Workspace;

namespace Ashlar.Tool.Commands;

/// <summary>`ashlar apply`: carries a plan out on the files of the system.</summary>
internal static class ApplyCommand
{
    public static Command Create(Terminal terminal)
    {
        var output = new OutputOptions();
        var path = SystemArgument.Create();
        var plan = new Option<string>("--plan")
        {
            Description = "The id of the plan that was read; another one is refused",
            DefaultValueFactory = _ => "",
        };
        var command = new DocumentedCommand(
            "apply",
            "Write the plan into the history with the generated files: all of it, or nothing",
            new Example("ashlar apply shop", "the plan that `ashlar plan shop` shows"),
            new Example("ashlar apply shop --plan 3f9a2c1b44d0e7a2", "only if it still is the plan that was read"))
        {
            path, plan,
        };
        output.AddTo(command);
        command.SetAction(parsed => output.Write(
            terminal, parsed, Apply(SystemFolder.Of(parsed.GetRequiredValue(path)), parsed.GetRequiredValue(plan))));
        return command;
    }

    private static Answer Apply(SystemFolder folder, string wanted)
    {
        var planned = PlannedChange.Of(folder).Tried();
        var answer = PlanCommand.AnswerOf("apply", planned);
        if (planned.HasErrors || planned.Plan is not { } plan)
        {
            return answer;
        }

        if (wanted.Length > 0 && wanted != planned.Id)
        {
            return answer with { Findings = [.. answer.Findings, StalePlan.Of(wanted, planned.Id)], Text = "" };
        }

        if (plan.IsEmpty && planned.History.Last is not null)
        {
            return BuildCommand.AnswerOf("apply", SystemBuild.Of(planned.System, []));
        }

        var build = SystemBuild.Of(planned.System, HistoryFiles.Of(folder, planned, plan));
        var built = BuildCommand.AnswerOf("apply", build);
        return build.HasErrors ? built : built with { Text = $"{PlanText.Head(planned, plan)} is applied\n{built.Text}" };
    }
}
