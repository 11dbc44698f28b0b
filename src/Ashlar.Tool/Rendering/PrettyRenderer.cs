using System.Text;
using Ashlar.Core.Diagnostics;

namespace Ashlar.Tool.Rendering;

/// <summary>A finding for people: what is wrong, where, why, and what to do.</summary>
internal sealed class PrettyRenderer(SourceMap sources, Palette palette)
{
    public string Render(Diagnostic diagnostic)
    {
        var output = new StringBuilder();
        var gutter = SourceExcerpt.GutterOf(sources, diagnostic);
        WriteHead(output, diagnostic);
        WritePlaces(output, diagnostic, gutter);
        var margin = new string(' ', gutter) + " = ";
        diagnostic.Notes.ToList().ForEach(note => WriteAside(output, margin, "note", note));
        diagnostic.Helps.ToList().ForEach(help => WriteAside(output, margin, "help", help));
        diagnostic.Fixes.ToList().ForEach(fix => WriteFix(output, margin, diagnostic, fix));
        return output.ToString();
    }

    private void WriteHead(StringBuilder output, Diagnostic diagnostic)
    {
        var word = diagnostic.IsError ? "error" : "warning";
        output.Append(palette.Severity(diagnostic.Severity, $"{word}[{diagnostic.Code}]"))
            .Append(palette.Strong(": " + diagnostic.Message)).Append('\n');
    }

    private void WritePlaces(StringBuilder output, Diagnostic diagnostic, int gutter)
    {
        var arrow = new string(' ', gutter) + "--> ";
        var excerpt = new SourceExcerpt(sources, palette, diagnostic);
        if (diagnostic.Location.Path.Length > 0)
        {
            output.Append(palette.Frame(arrow)).Append(sources.Show(diagnostic.Location)).Append('\n');
            excerpt.Write(output, diagnostic.Location.Path, gutter);
        }

        var elsewhere = diagnostic.Related.Where(related => related.Location.Path != diagnostic.Location.Path);
        foreach (var file in elsewhere.GroupBy(related => related.Location.Path, StringComparer.Ordinal))
        {
            output.Append(palette.Frame(arrow)).Append(sources.Show(file.First().Location)).Append('\n');
            excerpt.Write(output, file.Key, gutter);
        }
    }

    private void WriteAside(StringBuilder output, string margin, string word, string text)
    {
        var indent = new string(' ', margin.Length + word.Length + 2);
        output.Append(palette.Frame(margin)).Append(palette.Help(word)).Append(": ")
            .Append(text.Replace("\n", "\n" + indent, StringComparison.Ordinal)).Append('\n');
    }

    private void WriteFix(StringBuilder output, string margin, Diagnostic diagnostic, Fix fix)
    {
        if (fix.Safety == FixSafety.Choice)
        {
            WriteAside(output, margin, "fix (choice)", fix.Title);
            return;
        }

        var (word, flag) = fix.Safety == FixSafety.Safe ? ("safe", "") : ("unsafe", " --unsafe");
        var place = $"{sources.Show(diagnostic.Location.Path)}:{sources.StartOf(diagnostic.Location).Line}";
        WriteAside(output, margin, $"fix ({word})", $"{fix.Title}   (ashlar fix {place}{flag})");
    }
}
