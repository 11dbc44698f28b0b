using System.Text.Json;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Tool.Rendering;

/// <summary>Everything that a finding knows, for editors and agents; docs/cli.md describes the members.</summary>
internal sealed class JsonRenderer(SourceMap sources)
{
    public void Write(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("severity", diagnostic.IsError ? "error" : "warning");
        json.WriteString("code", diagnostic.Code);
        json.WriteString("message", diagnostic.Message);
        WriteLocation(json, diagnostic.Location);
        json.WriteString("label", diagnostic.Label);
        json.WriteString("symbol", diagnostic.Symbol);
        json.WriteString("expected", diagnostic.Expected);
        json.WriteString("actual", diagnostic.Actual);
        WriteTexts(json, "nearest", diagnostic.Nearest);
        WriteRelated(json, diagnostic);
        WriteTexts(json, "notes", diagnostic.Notes);
        WriteTexts(json, "helps", diagnostic.Helps);
        WriteFixes(json, diagnostic);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, ValueList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteSpan(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteStartArray("span");
        json.WriteNumberValue(span.Start);
        json.WriteNumberValue(span.End);
        json.WriteEndArray();
    }

    private void WriteLocation(Utf8JsonWriter json, Location location)
    {
        var (start, end) = (sources.StartOf(location), sources.EndOf(location));
        json.WriteString("file", location.Path.Length == 0 ? "" : sources.Show(location.Path));
        json.WriteNumber("line", start.Line);
        json.WriteNumber("column", start.Column);
        json.WriteNumber("endLine", end.Line);
        json.WriteNumber("endColumn", end.Column);
        WriteSpan(json, location.Span);
    }

    private void WriteRelated(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartArray("related");
        foreach (var related in diagnostic.Related)
        {
            json.WriteStartObject();
            WriteLocation(json, related.Location);
            json.WriteString("label", related.Label);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteFixes(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartArray("fixes");
        foreach (var fix in diagnostic.Fixes)
        {
            json.WriteStartObject();
            json.WriteString("safety", fix.Safety.ToString().ToLowerInvariant());
            json.WriteString("title", fix.Title);
            json.WriteStartArray("edits");
            fix.Edits.ToList().ForEach(edit => WriteEdit(json, edit));
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteEdit(Utf8JsonWriter json, TextEdit edit)
    {
        json.WriteStartObject();
        json.WriteString("file", sources.Show(edit.Path));
        WriteSpan(json, edit.Span);
        json.WriteString("newText", edit.NewText);
        json.WriteEndObject();
    }
}
