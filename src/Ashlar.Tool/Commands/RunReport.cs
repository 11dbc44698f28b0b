using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ashlar.Tool.Rendering;
using Ashlar.Tool.Serving;
using Ashlar.Tool.Workspace;

namespace Ashlar.Tool.Commands;

/// <summary>Tells what happens to a running system: for people, or one line of JSON for each event.</summary>
internal sealed class RunReport(Terminal terminal, OutputFormat format)
{
    private static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private string _database = "";

    private bool IsJson => format == OutputFormat.Json;

    /// <summary>The code to end with if nothing more happens.</summary>
    public int Tell(SystemFolder folder, LiveEvent happened) => happened switch
    {
        LiveEvent.Serving serving => TellServing(folder, serving),
        LiveEvent.Unchanged unchanged => TellUnchanged(unchanged),
        LiveEvent.Refused refused => TellRefused(folder, refused),
        _ => throw new InvalidOperationException(happened.GetType().Name),
    };

    public void TellEnd()
    {
        if (IsJson)
        {
            WriteLine("stopped", _ => { });
        }
    }

    private int TellServing(SystemFolder folder, LiveEvent.Serving serving)
    {
        var commands = TryOut.Of(serving.Model, serving.Url);
        if (IsJson)
        {
            WriteLine("serving", json =>
            {
                json.WriteString("url", serving.Url);
                json.WriteString("database", serving.Database);
                json.WriteNumber("milliseconds", (long)serving.Took.TotalMilliseconds);
                json.WriteBoolean("isReload", serving.IsReload);
                json.WriteStartArray("try");
                commands.ToList().ForEach(json.WriteStringValue);
                json.WriteEndArray();
            });
            return ExitCode.Fine;
        }

        WriteFindings(new Answer("run") { Findings = serving.Warnings, Sources = new SourceMap(serving.Shown, folder.Display) });
        var took = $"{serving.Took.TotalSeconds:0.00} s";
        var isFresh = _database.Length > 0 && _database != serving.Database;
        _database = serving.Database;
        if (serving.IsReload)
        {
            var fresh = isFresh ? $"; other tables, so other rows and sign-ins: {serving.Database}" : "";
            terminal.Out.WriteLine($"{serving.Model.Name} reloaded in {took}{fresh}");
            WriteCommands(isFresh ? commands : []);
            return ExitCode.Fine;
        }

        terminal.Out.WriteLine($"{serving.Model.Name} serves on {serving.Url} (ready in {took}; {serving.Database})");
        WriteCommands(commands);
        terminal.Out.WriteLine($"\nthe API as a page: {serving.Url}/docs\nedit the model and save to reload; Ctrl-C stops\n");
        return ExitCode.Fine;
    }

    private int TellUnchanged(LiveEvent.Unchanged unchanged)
    {
        if (IsJson)
        {
            WriteLine("unchanged", _ => { });
        }
        else
        {
            terminal.Out.WriteLine($"{unchanged.Model.Name} is served as it is");
        }

        return ExitCode.Fine;
    }

    private int TellRefused(SystemFolder folder, LiveEvent.Refused refused)
    {
        var answer = new Answer("run") { Findings = refused.Findings, Sources = new SourceMap(refused.Shown, folder.Display) };
        if (IsJson)
        {
            WriteLine("refused", json =>
            {
                json.WriteBoolean("isStillServing", refused.IsStillServing);
                json.WriteStartArray("diagnostics");
                var renderer = new JsonRenderer(answer.Sources);
                refused.Findings.ToList().ForEach(found => renderer.Write(json, found));
                json.WriteEndArray();
            });
        }
        else
        {
            WriteFindings(answer);
            terminal.Out.WriteLine(AnswerWriter.Count(refused.Findings)
                + (refused.IsStillServing ? "; the last good model is still served\n" : ""));
        }

        return OutputOptions.ExitCodeOf(answer);
    }

    private void WriteCommands(IReadOnlyCollection<string> commands)
    {
        if (commands.Count > 0)
        {
            terminal.Out.WriteLine($"\ntry:\n  {string.Join("\n  ", commands)}");
        }
    }

    private void WriteFindings(Answer answer) =>
        new AnswerWriter(terminal.Out, format, new Palette(terminal.HasColour)).Write(answer, ExitCode.Fine);

    private void WriteLine(string name, Action<Utf8JsonWriter> members)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, OneLine))
        {
            json.WriteStartObject();
            json.WriteString("event", name);
            members(json);
            json.WriteEndObject();
        }

        terminal.Out.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }
}
