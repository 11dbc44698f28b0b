using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ashlar.Core.Diagnostics;

namespace Ashlar.Tool.Rendering;

/// <summary>Prints an answer in the shape that was asked for.</summary>
internal sealed class AnswerWriter(TextWriter output, OutputFormat format, Palette palette)
{
    /// <summary>Nobody reads more at once; programs get all of them.</summary>
    private const int MostShown = 100;

    private static readonly JsonWriterOptions Readable =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Write(Answer answer, int exitCode)
    {
        if (format == OutputFormat.Json)
        {
            output.WriteLine(ToJson(answer, exitCode));
            return;
        }

        WriteFindings(answer);
        output.Write(answer.Text);
    }

    /// <summary>`2 errors, 1 warning`; nothing when there is none.</summary>
    public static string Count(ImmutableArray<Diagnostic> findings)
    {
        var errors = findings.Count(found => found.IsError);
        string[] parts = [Plural(errors, "error"), Plural(findings.Length - errors, "warning")];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    private static string Plural(int count, string noun) => count switch
    {
        0 => "",
        1 => $"1 {noun}",
        _ => $"{count} {noun}s",
    };

    private void WriteFindings(Answer answer)
    {
        foreach (var found in answer.Findings.Take(MostShown))
        {
            output.Write(Render(answer, found));
        }

        if (answer.Findings.Length > MostShown)
        {
            output.WriteLine($"… and {answer.Findings.Length - MostShown} more; `--json` lists them all");
        }
    }

    private string Render(Answer answer, Diagnostic found) => format == OutputFormat.Concise
        ? new ConciseRenderer(answer.Sources).Render(found)
        : new PrettyRenderer(answer.Sources, palette).Render(found) + "\n";

    private static string ToJson(Answer answer, int exitCode)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("command", answer.Command);
            json.WriteNumber("exitCode", exitCode);
            json.WriteStartArray("diagnostics");
            var renderer = new JsonRenderer(answer.Sources);
            answer.Findings.ToList().ForEach(found => renderer.Write(json, found));
            json.WriteEndArray();
            answer.Members(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
