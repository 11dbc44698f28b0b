using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;
using Ashlar.Tool.Rendering;
using Ashlar.Tool.Serving;
using Ashlar.Tool.Serving.Rules;
using Ashlar.Tool.Workspace;

namespace Ashlar.Tool.Commands;

/// <summary>`ashlar flow`: what operators see of workflows in a database, and do about them.</summary>
internal static class FlowCommand
{
    private const string SomeId = "01890a5d-ac96-774b-bcce-b302099a8057";

    private static readonly string[] Tasks =
        ["list", "show", "retry", "skip", "jump", "undo", "cancel", "pause", "resume"];

    private static readonly string[] Statuses = ["running", "ended", "cancelled"];

    public static Command Create(Terminal terminal)
    {
        var output = new OutputOptions();
        var task = new Argument<string>("TASK") { Description = "What to do: " + string.Join(", ", Tasks) };
        task.AcceptOnlyFromAmong(Tasks);
        var path = SystemArgument.Create();
        var database = new Option<string>("--database")
        {
            Description = "postgres://user:password@host/name, \"Host=…;Database=…\", or the path of a SQLite file",
            Required = true,
        };
        var status = new Option<string>("--status") { Description = "List those that are so: " + string.Join(", ", Statuses) };
        status.AcceptOnlyFromAmong(Statuses);
        var command = new DocumentedCommand(
            "flow",
            "See where the instances of workflows stand in a database, and do something about one",
            new Example("ashlar flow list shop --database shop.db", "the newest instances and where they stand"),
            new Example($"ashlar flow show shop --database shop.db --of {SomeId}", "what happened to one"),
            new Example(
                $"ashlar flow retry shop --database shop.db --of {SomeId} --because \"the bank is back\"",
                "what has stopped"))
        {
            task, path, database, status,
            new Option<string>("--workflow") { Description = "The workflow with its module, as in Ordering.Fulfilment" },
            new Option<string>("--of") { Description = "The id of an instance, or of a place where one stands" },
            new Option<string>("--to") { Description = "The step to which `jump` goes" },
            new Option<string>("--value") { Description = "The JSON with which `skip` goes on" },
            new Option<string>("--because") { Description = "Why; it stays in the journal" },
        };
        var passed = command.Options.OfType<Option<string>>().Where(option => option != database).ToList();
        output.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(database) is { } address && (address.Length == 0 || !DatabaseChoice.IsOne(address)))
            {
                result.AddError(UsageReport.Line(
                    "`--database` names no database", "write it like `postgres://user:password@host/name`"));
            }
        });
        command.SetAction(async parsed =>
        {
            var folder = SystemFolder.Of(parsed.GetRequiredValue(path));
            var isJson = output.FormatOf(parsed) == OutputFormat.Json;
            string[] words =
            [
                parsed.GetRequiredValue(task),
                .. passed.Where(option => parsed.GetValue(option) is not null)
                    .Select(option => $"{option.Name}={parsed.GetValue(option)}"),
                .. isJson ? (string[])["--format=json"] : [],
            ];
            Answer answer;
            using (Waiting.For(terminal, "looking at workflows"))
            {
                answer = await Operate(folder, words, parsed.GetRequiredValue(database), isJson);
            }

            return output.Write(terminal, parsed, answer);
        });
        return command;
    }

    private static async Task<Answer> Operate(SystemFolder folder, string[] words, string address, bool isJson)
    {
        if (DatabaseChoice.IsMissingFile(address))
        {
            return Refused(folder, [FlowRefused.Because(address, "There is no such file.")], []);
        }

        var ready = ReadySystem.Of(folder);
        if (!ready.IsReady)
        {
            return Refused(folder, ready.Findings, ready.Shown);
        }

        var database = DatabaseChoice.Of(address, ready.Build);
        var settings = HostSettings.Of(folder, ready.Code, Addresses.Choose(), database.Connection) with { IsQuiet = true };
        return await SystemStarter.Operate(ready.Code, words, settings, database.Display) switch
        {
            StartResult.Done done when isJson && done.Told.StartsWith('{') => new Answer("flow")
            {
                Members = json =>
                {
                    using var told = JsonDocument.Parse(done.Told);
                    json.WritePropertyName("flow");
                    told.RootElement.WriteTo(json);
                },
            },
            StartResult.Done done => new Answer("flow") { Text = done.Told },
            StartResult.Down down => Refused(folder, [down.Problem], []),
            StartResult.RefusedSettings refused => Refused(
                folder, [.. refused.Problems.Select(problem => SettingRefused.Of(ready.Model, problem))], ready.Shown),
            _ => throw new UnreachableException(),
        };
    }

    private static Answer Refused(SystemFolder folder, ImmutableArray<Diagnostic> findings, ImmutableArray<SourceFile> shown) =>
        new("flow")
        {
            Findings = findings,
            Sources = new SourceMap(shown, folder.Display),
            Text = AnswerWriter.Count(findings) + "\n",
        };
}
