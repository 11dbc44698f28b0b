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

/// <summary>A command that lets a system do what an operator asks of it, on a database.</summary>
/// <param name="Kind">The first word of the system's own command.</param>
/// <param name="Meanwhile">What is said while it works.</param>
/// <param name="Because">What is wrong, with the database and what the system says.</param>
/// <param name="Task">What is to be done.</param>
/// <param name="Path">The folder of the system.</param>
/// <param name="Address">The database.</param>
internal sealed record OperatorCall(
    string Kind, string Meanwhile, Func<string, string, Diagnostic> Because, Argument<string> Task, Argument<string> Path,
    Option<string> Address)
{
    public static Option<string> Database() => new("--database")
    {
        Description = "postgres://user:password@host/name, \"Host=…;Database=…\", or the path of a SQLite file",
        Required = true,
    };

    /// <summary>Passes the options of a command on to the system.</summary>
    public static void SetAction(Command command, Terminal terminal, OutputOptions output, OperatorCall call)
    {
        var passed = command.Options.OfType<Option<string>>().Where(option => option != call.Address).ToList();
        output.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(call.Address) is { } address && (address.Length == 0 || !DatabaseChoice.IsOne(address)))
            {
                result.AddError(UsageReport.Line(
                    "`--database` names no database", "write it like `postgres://user:password@host/name`"));
            }
        });
        command.SetAction(async parsed =>
        {
            var folder = SystemFolder.Of(parsed.GetRequiredValue(call.Path));
            var isJson = output.FormatOf(parsed) == OutputFormat.Json;
            string[] words =
            [
                call.Kind,
                parsed.GetRequiredValue(call.Task),
                .. passed.Where(option => parsed.GetValue(option) is not null)
                    .Select(option => $"{option.Name}={parsed.GetValue(option)}"),
                .. isJson ? (string[])["--format=json"] : [],
            ];
            Answer answer;
            using (Waiting.For(terminal, call.Meanwhile))
            {
                answer = await call.OperateAsync(folder, words, parsed.GetRequiredValue(call.Address), isJson);
            }

            return output.Write(terminal, parsed, answer);
        });
    }

    private async Task<Answer> OperateAsync(SystemFolder folder, string[] words, string address, bool isJson)
    {
        if (DatabaseChoice.IsMissingFile(address))
        {
            return Refused(folder, [Because(address, "There is no such file.")], []);
        }

        var ready = ReadySystem.Of(folder);
        if (!ready.IsReady)
        {
            return Refused(folder, ready.Findings, ready.Shown);
        }

        var database = DatabaseChoice.Of(address, ready.Build);
        var settings = HostSettings.Of(folder, ready.Code, Addresses.Choose(), database.Connection) with { IsQuiet = true };
        return await SystemStarter.Operate(ready.Code, words, settings, database.Display, Because) switch
        {
            StartResult.Done done when isJson && done.Told.StartsWith('{') => new Answer(Kind)
            {
                Members = json =>
                {
                    using var told = JsonDocument.Parse(done.Told);
                    json.WritePropertyName(Kind);
                    told.RootElement.WriteTo(json);
                },
            },
            StartResult.Done done => new Answer(Kind) { Text = done.Told },
            StartResult.Down down => Refused(folder, [down.Problem], []),
            StartResult.RefusedSettings refused => Refused(
                folder, [.. refused.Problems.Select(problem => SettingRefused.Of(ready.Model, problem))], ready.Shown),
            _ => throw new UnreachableException(),
        };
    }

    private Answer Refused(SystemFolder folder, ImmutableArray<Diagnostic> findings, ImmutableArray<SourceFile> shown) =>
        new(Kind)
        {
            Findings = findings,
            Sources = new SourceMap(shown, folder.Display),
            Text = AnswerWriter.Count(findings) + "\n",
        };
}
