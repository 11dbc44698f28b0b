using System.Globalization;
using System.Text;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Tool.Rendering;

/// <summary>The lines of one file that a finding talks about, each with its mark, in the order of the file.</summary>
internal sealed class SourceExcerpt(SourceMap sources, Palette palette, Diagnostic diagnostic)
{
    /// <summary>Where the marked lines stand, and how wide the column of line numbers is for all files of a finding.</summary>
    public static int GutterOf(SourceMap sources, Diagnostic diagnostic) =>
        Places(diagnostic).Where(place => sources.Find(place.Path) is not null)
            .Select(place => sources.StartOf(place).Line.ToString(CultureInfo.InvariantCulture).Length)
            .DefaultIfEmpty(1)
            .Max();

    public void Write(StringBuilder output, string path, int gutter)
    {
        if (sources.Find(path) is not { } file)
        {
            return;
        }

        output.Append(palette.Frame(new string(' ', gutter) + " |")).Append('\n');
        var last = 0;
        foreach (var mark in MarksIn(path).OrderBy(mark => mark.Line).ThenBy(mark => mark.Start))
        {
            if (last != 0 && mark.Line > last + 1)
            {
                output.Append(palette.Frame("...")).Append('\n');
            }

            WriteLine(output, file, mark, gutter, mark.Line == last);
            last = mark.Line;
        }
    }

    private static IEnumerable<Location> Places(Diagnostic diagnostic) =>
        diagnostic.Related.Select(related => related.Location).Prepend(diagnostic.Location);

    private void WriteLine(StringBuilder output, SourceFile file, Mark mark, int gutter, bool isShown)
    {
        var (text, from, until) = VisibleLine.Of(file.LineText(mark.Line), mark.Start, mark.End);
        if (!isShown)
        {
            var number = mark.Line.ToString(CultureInfo.InvariantCulture).PadLeft(gutter);
            output.Append(palette.Frame(number + " |")).Append(text.Length > 0 ? " " + text : "").Append('\n');
        }

        var sign = new string(mark.IsPrimary ? '^' : '-', until - from);
        var label = mark.Label.Length > 0 ? sign + " " + mark.Label : sign;
        output.Append(palette.Frame(new string(' ', gutter) + " |")).Append(' ').Append(' ', from)
            .Append(mark.IsPrimary ? palette.Severity(diagnostic.Severity, label) : palette.Second(label)).Append('\n');
    }

    private IEnumerable<Mark> MarksIn(string path)
    {
        if (diagnostic.Location.Path == path)
        {
            yield return MarkAt(diagnostic.Location, diagnostic.Label, isPrimary: true);
        }

        foreach (var related in diagnostic.Related.Where(related => related.Location.Path == path))
        {
            yield return MarkAt(related.Location, related.Label, isPrimary: false);
        }
    }

    /// <summary>A span over several lines is marked to the end of its first one.</summary>
    private Mark MarkAt(Location location, string label, bool isPrimary)
    {
        var (start, end) = (sources.StartOf(location), sources.EndOf(location));
        var until = end.Line == start.Line ? end.Column - 1 : int.MaxValue;
        return new Mark(start.Line, start.Column - 1, until, label, isPrimary);
    }

    private sealed record Mark(int Line, int Start, int End, string Label, bool IsPrimary);
}
