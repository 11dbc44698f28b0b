using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;
using Ashlar.Tool.Rendering;
using Ashlar.Tool.Serving;
using Ashlar.Tool.Serving.Rules;
using Ashlar.Tool.Workspace;

namespace Ashlar.Tool.Commands;

/// <summary>`ashlar test`: plays the scenarios of the model.</summary>
internal static class TestCommand
{
    public static Command Create(Terminal terminal)
    {
        var output = new OutputOptions();
        var path = SystemArgument.Create();
        var only = new Option<string>("--only")
        {
            Description = "Play only the scenarios whose title has this in it",
            DefaultValueFactory = _ => "",
        };
        var database = new Option<string>("--database")
        {
            Description = "postgres://user:password@host/name of a server where databases may be created: play there as well",
            DefaultValueFactory = _ => "",
        };
        var command = new DocumentedCommand(
            "test",
            "Check, generate and compile a system, and play its scenarios on a fresh database each",
            new Example("ashlar test shop", "on SQLite"),
            new Example("ashlar test shop --only \"places an order\"", "some of them"),
            new Example("ashlar test shop --database postgres://postgres@localhost/postgres", "on both databases"))
        {
            path, only, database,
        };
        output.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(database) is { Length: > 0 } address
                && !(Kernel.ConnectionText.IsPostgres(address) && DatabaseChoice.IsOne(address)))
            {
                result.AddError(UsageReport.Line(
                    "`--database` is not an address of PostgreSQL", "write it like `postgres://user:password@host/name`"));
            }
        });
        command.SetAction(async parsed =>
        {
            var folder = SystemFolder.Of(parsed.GetRequiredValue(path));
            Answer answer;
            using (Waiting.For(terminal, "playing scenarios"))
            {
                answer = await Play(folder, parsed.GetRequiredValue(only), parsed.GetRequiredValue(database));
            }

            return output.Write(terminal, parsed, answer);
        });
        return command;
    }

    private static async Task<Answer> Play(SystemFolder folder, string only, string database)
    {
        RoslynLocation.Prepare();
        var build = SystemBuild.Of(folder);
        if (build.HasErrors || build.System.Compilation is not { } compiled)
        {
            return Refused(folder, build.Findings, build.Shown);
        }

        var custom = CustomCode.Of(folder, compiled.Model);
        if (custom.HasErrors)
        {
            return Refused(folder, [.. build.Findings, .. custom.Problems], [.. build.Shown, .. custom.Shown]);
        }

        var scenarios = compiled.Model.Scenarios
            .Where(scenario => scenario.Title.Contains(only, StringComparison.OrdinalIgnoreCase)).ToList();
        if (scenarios.Count == 0)
        {
            return new Answer("test")
            {
                Text = only.Length == 0 ? "the model has no scenario\n" : $"no scenario has `{only}` in its title\n",
            };
        }

        var code = new SystemCompiler(CompileCache.OfUser).Compile(folder.Root, ProjectGraph.WithScenarios(folder.Root));
        if (!code.Problems.IsEmpty)
        {
            return Refused(folder, code.Problems, code.Shown);
        }

        if (await DatabaseChoice.ProblemOf(database) is { } problem)
        {
            return Refused(folder, [problem], []);
        }

        // What the played systems print is not about the scenarios.
        Console.SetOut(TextWriter.Null);
        var played = new List<PlayedScenario>();
        await using (var player = new ScenarioPlayer(code, database))
        {
            foreach (var scenario in scenarios)
            {
                played.Add(await player.PlayAsync(scenario));
            }
        }

        return AnswerOf(folder, build, played);
    }

    private static Answer Refused(SystemFolder folder, ImmutableArray<Diagnostic> findings, ImmutableArray<SourceFile> shown) =>
        new("test")
        {
            Findings = findings,
            Sources = new SourceMap(shown, folder.Display),
            Text = AnswerWriter.Count(findings) + "\n",
        };

    private static Answer AnswerOf(SystemFolder folder, SystemBuild build, List<PlayedScenario> played)
    {
        var failed = played.Where(one => one.Failure is not null)
            .Select(one => ScenarioFails.At(one.Scenario, one.Failure ?? new FailedStep(0, ""))).ToList();
        var lines = played.Select(one => string.Create(
            CultureInfo.InvariantCulture,
            $"{(one.Failure is null ? "pass" : "FAIL")}  {one.Time.TotalSeconds,5:0.00} s  {one.Scenario.Title}\n"));
        return new Answer("test")
        {
            Findings = build.Findings.AddRange(failed),
            Sources = new SourceMap(build.Shown, folder.Display),
            Text = string.Concat(lines) + $"{played.Count} played, {failed.Count} failed\n",
            Members = json => WriteMembers(json, played),
        };
    }

    private static void WriteMembers(Utf8JsonWriter json, List<PlayedScenario> played)
    {
        json.WriteStartArray("scenarios");
        foreach (var one in played)
        {
            json.WriteStartObject();
            json.WriteString("title", one.Scenario.Title);
            json.WriteBoolean("passed", one.Failure is null);
            json.WriteNumber("seconds", Math.Round(one.Time.TotalSeconds, 3));
            if (one.Failure is { } failure)
            {
                json.WriteNumber("step", failure.Step);
                json.WriteString("reason", failure.Reason);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
