using System.Text;

namespace Ashlar.Core.Syntax.Formatting;

/// <summary>Pads the columns of neighbouring lines, and the comments behind them, to a common start.</summary>
internal static class ColumnAlignment
{
    private const int GapBeforeComment = 2;

    /// <summary>`let`, `set`, `move`, `emit`, `run`, `for` and `if` share a column with the space behind them.</summary>
    private const int LongestAlignedWord = 5;

    public static string Print(IReadOnlyList<OutputLine> lines)
    {
        foreach (var run in Runs(lines, IsSameKind))
        {
            AlignColumns(run);
        }

        foreach (var run in Runs(lines, HaveComments))
        {
            AlignComments(run);
        }

        var text = new StringBuilder();
        foreach (var line in lines)
        {
            text.Append(line.IsBlank ? "" : new string(' ', line.Indent)).Append(line.Text).Append(line.Comment).Append('\n');
        }

        return text.ToString();
    }

    private static bool IsSameKind(OutputLine line, OutputLine next) =>
        line.Alignment != Alignment.None && line.Alignment == next.Alignment && line.Block == next.Block;

    private static bool HaveComments(OutputLine line, OutputLine next) =>
        line.Comment.Length > 0 && next.Comment.Length > 0 && line.Block == next.Block && line.Indent == next.Indent;

    /// <summary>Neighbours that belong together; comments on lines of their own do not part them, blank lines do.</summary>
    private static IEnumerable<List<OutputLine>> Runs(IReadOnlyList<OutputLine> lines, Func<OutputLine, OutputLine, bool> belong)
    {
        var run = new List<OutputLine>();
        foreach (var line in lines.Where(line => !line.IsOnlyComment))
        {
            if (run.Count > 0 && !belong(run[^1], line))
            {
                yield return run;
                run = [];
            }

            run.Add(line);
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private static void AlignColumns(List<OutputLine> run)
    {
        var columns = run.Max(line => line.Stops.Count);
        for (var column = 0; column < columns; column++)
        {
            var cells = run.Where(line => line.Stops.Count > column).ToList();
            var start = cells.Where(line => IsNarrow(line, column)).Select(line => line.Stops[column]).DefaultIfEmpty().Max();
            if (cells.TrueForAll(line => line.Width + Math.Max(0, start - line.Stops[column]) <= LineBreaks.LongestLine))
            {
                cells.ForEach(line => Pad(line, column, start));
            }
        }
    }

    /// <summary>A wide cell stands for itself and moves no other line.</summary>
    private static bool IsNarrow(OutputLine line, int column)
    {
        var widest = (line.Alignment, column) switch
        {
            (Alignment.AccessRule, _) => 26,
            (Alignment.Member, 2) => 60,
            (Alignment.Statement, _) => LongestAlignedWord,
            _ => 36,
        };
        return line.Stops[column] - (column == 0 ? 0 : line.Stops[column - 1]) <= widest;
    }

    private static void Pad(OutputLine line, int column, int start)
    {
        var padding = Math.Max(0, start - line.Stops[column]);
        line.Text.Insert(line.Stops[column], " ", padding);
        for (var later = column; later < line.Stops.Count; later++)
        {
            line.Stops[later] += padding;
        }
    }

    private static void AlignComments(List<OutputLine> run)
    {
        var widest = run.Max(line => line.Text.Length);
        foreach (var line in run.Where(line => line.Comment.Length > 0))
        {
            line.Text.Append(' ', widest - line.Text.Length + GapBeforeComment);
        }
    }
}
