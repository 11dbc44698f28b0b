using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Text;
using Ashlar.Tool.Rendering;
using Ashlar.Tool.Serving;
using Ashlar.Tool.Serving.Rules;
using Ashlar.Tool.Workspace;

namespace Ashlar.Tool.Commands;

/// <summary>`ashlar migrate`: makes the tables of a database those of the model, by the plans of its history.</summary>
internal static class MigrateCommand
{
    public static Command Create(Terminal terminal)
    {
        var output = new OutputOptions();
        var path = SystemArgument.Create();
        var database = new Option<string>("--database")
        {
            Description = "postgres://user:password@host/name, \"Host=…;Database=…\", or the path of a SQLite file",
            Required = true,
        };
        var command = new DocumentedCommand(
            "migrate",
            "Create the tables in a database, or take it along to the model with the plans that were applied",
            new Example("ashlar migrate shop --database postgres://shop:secret@localhost/shop", "on PostgreSQL"),
            new Example("ashlar migrate shop --database shop.db", "a SQLite file"))
        {
            path, database,
        };
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
            Answer answer;
            using (Waiting.For(terminal, "migrating"))
            {
                answer = await Migrate(folder, parsed.GetRequiredValue(database));
            }

            return output.Write(terminal, parsed, answer);
        });
        return command;
    }

    private static async Task<Answer> Migrate(SystemFolder folder, string address)
    {
        var ready = ReadySystem.Of(folder);
        if (!ready.IsReady)
        {
            return Refused(folder, ready.Findings, ready.Shown);
        }

        var database = DatabaseChoice.Of(address, ready.Build);
        var settings = HostSettings.Of(folder, ready.Code, Addresses.Choose(), database.Connection) with { IsQuiet = true };
        return await SystemStarter.Migrate(ready.Code, settings, database.Display) switch
        {
            StartResult.Done done => new Answer("migrate")
            {
                Text = $"{done.Told}the tables of {database.Display} are those of {ready.Model.Name}\n",
            },
            StartResult.Down down => Refused(folder, [down.Problem], []),
            StartResult.RefusedSettings refused => Refused(folder, OfSettings(ready.Model, refused), ready.Shown),
            _ => throw new UnreachableException(),
        };
    }

    private static ImmutableArray<Diagnostic> OfSettings(SystemModel model, StartResult.RefusedSettings refused) =>
        [.. refused.Problems.Select(problem => SettingRefused.Of(model, problem))];

    private static Answer Refused(SystemFolder folder, ImmutableArray<Diagnostic> findings, ImmutableArray<SourceFile> shown) =>
        new("migrate")
        {
            Findings = findings,
            Sources = new SourceMap(shown, folder.Display),
            Text = AnswerWriter.Count(findings) + "\n",
        };
}
