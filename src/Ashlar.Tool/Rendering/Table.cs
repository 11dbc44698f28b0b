using System.Collections.Immutable;
using System.Text;

namespace Ashlar.Tool.Rendering;

/// <summary>Rows of cells with their columns lined up.</summary>
internal static class Table
{
    private const int WidestColumn = 48;

    public static string Of(ImmutableArray<ImmutableArray<string>> rows, string indent)
    {
        var widths = rows.IsEmpty ? [] : Enumerable.Range(0, rows[0].Length).Select(column => WidthOf(rows, column)).ToArray();
        var output = new StringBuilder();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, column) => cell.PadRight(widths[column]));
            output.Append((indent + string.Join("  ", cells)).TrimEnd()).Append('\n');
        }

        return output.ToString();
    }

    /// <summary>One long cell does not push the others off the screen.</summary>
    private static int WidthOf(ImmutableArray<ImmutableArray<string>> rows, int column) =>
        Math.Min(WidestColumn, rows.Max(row => row[column].Length));
}
