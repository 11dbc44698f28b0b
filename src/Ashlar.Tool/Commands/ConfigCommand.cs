using System.Collections.Immutable;
using System.CommandLine;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;
using Ashlar.Tool.Rendering;
using Ashlar.Tool.Serving;
using Ashlar.Tool.Serving.Rules;
using Ashlar.Tool.Workspace;

namespace Ashlar.Tool.Commands;

/// <summary>`ashlar config check`: whether the settings of an environment let the system start.</summary>
internal static class ConfigCommand
{
    private const string CheckTask = "check";

    public static Command Create(Terminal terminal)
    {
        var output = new OutputOptions();
        var task = new Argument<string>("TASK") { Description = "`check`: read the settings as the system does when it starts" };
        task.AcceptOnlyFromAmong(CheckTask);
        var path = SystemArgument.Create();
        var environment = new Option<string>("--environment")
        {
            Description = "The environment whose settings are read: development, production, or one of your own",
            DefaultValueFactory = _ => "Development",
        };
        var command = new DocumentedCommand(
            "config",
            "Check, generate and compile a system, and let it read the settings of an environment",
            new Example("ashlar config check shop", "whether it starts where it is developed"),
            new Example("ashlar config check shop --environment production", "config/ and the environment of this process"))
        {
            task, path, environment,
        };
        output.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(environment) is { } name && (name.Length == 0 || !name.All(char.IsAsciiLetterOrDigit)))
            {
                result.AddError(UsageReport.Line(
                    "`--environment` is not the name of one", "write letters and digits, as in `production`"));
            }
        });
        command.SetAction(async parsed =>
        {
            var folder = SystemFolder.Of(parsed.GetRequiredValue(path));
            Answer answer;
            using (Waiting.For(terminal, "reading settings"))
            {
                answer = await Check(folder, Spelled(parsed.GetRequiredValue(environment)));
            }

            return output.Write(terminal, parsed, answer);
        });
        return command;
    }

    /// <summary>.NET looks for `appsettings.Production.json`, and some file systems look at the case of letters.</summary>
    private static string Spelled(string environment) => char.ToUpperInvariant(environment[0]) + environment[1..];

    private static async Task<Answer> Check(SystemFolder folder, string environment)
    {
        var ready = ReadySystem.Of(folder);
        if (!ready.IsReady)
        {
            return AnswerOf(folder, ready.Findings, ready.Shown, AnswerWriter.Count(ready.Findings));
        }

        var problems = await SettingsCheck.Of(folder, ready.Code, environment);
        var found = problems.Select(problem => SettingRefused.Of(ready.Model, problem)).ToImmutableArray();
        return AnswerOf(folder, found, ready.Shown, found.IsEmpty
            ? $"{ready.Model.Name} starts with the settings of {environment}"
            : $"{AnswerWriter.Count(found)} in the settings of {environment}");
    }

    private static Answer AnswerOf(
        SystemFolder folder, ImmutableArray<Diagnostic> findings, ImmutableArray<SourceFile> shown, string text) =>
        new("config check")
        {
            Findings = findings,
            Sources = new SourceMap(shown, folder.Display),
            Text = text + "\n",
        };
}
