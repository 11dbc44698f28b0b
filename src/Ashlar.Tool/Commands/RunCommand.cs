using System.CommandLine;
using Ashlar.Tool.Serving;
using Ashlar.Tool.Workspace;

namespace Ashlar.Tool.Commands;

/// <summary>`ashlar run`: serves a system and follows its model.</summary>
internal static class RunCommand
{
    public static Command Create(Terminal terminal)
    {
        var output = new OutputOptions();
        var path = SystemArgument.Create();
        var urls = new Option<string>("--urls")
        {
            Description = "The address to serve on; without it http://127.0.0.1:5080, or a free port where that is taken",
            DefaultValueFactory = _ => "",
        };
        var database = new Option<string>("--database")
        {
            Description = "postgres://user:password@host/name, \"Host=…;Database=…\", or the path of a SQLite file; "
                + "without it a file in .ashlar/",
            DefaultValueFactory = _ => "",
        };
        var command = new DocumentedCommand(
            "run",
            "Check, generate, compile and serve a system; reload it on every edit of the model",
            new Example("ashlar run shop", "on SQLite, with the sample rows of the model"),
            new Example("ashlar run shop --database postgres://shop:secret@localhost/shop", "on PostgreSQL"),
            new Example("ashlar run shop --urls http://127.0.0.1:8080", "on another address"),
            new Example("ashlar run shop --json", "each event as one line of JSON"))
        {
            path, urls, database,
        };
        output.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(urls) is { Length: > 0 } url && !IsAddress(url))
            {
                result.AddError(UsageReport.Line(
                    $"`{url}` is not an address to serve on", "write it like `http://127.0.0.1:5080`"));
            }

            if (result.GetValue(database) is { } address && !DatabaseChoice.IsOne(address))
            {
                result.AddError(UsageReport.Line(
                    "`--database` is not an address of PostgreSQL", "write it like `postgres://user:password@host/name`"));
            }
        });
        command.SetAction((parsed, stop) =>
        {
            var format = output.FormatOf(parsed);
            var isJson = format == Rendering.OutputFormat.Json;
            var options = new ServeOptions(parsed.GetRequiredValue(urls), parsed.GetRequiredValue(database), isJson);
            if (isJson)
            {
                // Whatever the served system prints must not come between the events.
                Console.SetOut(terminal.Error);
            }

            return Run(terminal, new RunReport(terminal, format), SystemFolder.Of(parsed.GetRequiredValue(path)), options, stop);
        });
        return command;
    }

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.AbsolutePath == "/";

    private static async Task<int> Run(
        Terminal terminal, RunReport report, SystemFolder folder, ServeOptions options, CancellationToken stop)
    {
        using var waiting = Waiting.For(terminal, "starting");
        RoslynLocation.Prepare();
        var code = ExitCode.Fine;
        await foreach (var happened in new LiveSystem(folder, options).Run(stop))
        {
            waiting.Dispose();
            code = report.Tell(folder, happened);
        }

        report.TellEnd();
        return code;
    }
}
