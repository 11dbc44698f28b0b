using System.Collections.Immutable;

namespace Ashlar.Tool.Describing;

/// <summary>A table of facts: each row has a cell for each column.</summary>
internal sealed record Section(string Title, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows)
{
    public static Section Of(string title, string[] columns, IEnumerable<string[]> rows) =>
        new(title, [.. columns], [.. rows.Select(row => row.ToImmutableArray())]);
}
