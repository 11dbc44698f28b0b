using System.Collections.Immutable;

namespace Ashlar.Kernel.Tests.Schemas;

/// <summary>A row as a statement writes it.</summary>
internal sealed record Row(string Table, ImmutableSortedDictionary<string, Value> Columns)
{
    public Statement Insert { get; } = new(
        $"insert into {Table} ({string.Join(", ", Columns.Keys)}) "
            + $"values ({string.Join(", ", Columns.Select((_, i) => $"${i + 1}"))})");

    public Value[] Values => [.. Columns.Values];

    public static Row Of(string table, params ReadOnlySpan<(string Column, Value Value)> columns)
    {
        var row = ImmutableSortedDictionary.CreateBuilder<string, Value>(StringComparer.Ordinal);
        foreach (var (column, value) in columns)
        {
            row[column] = value;
        }

        return new(table, row.ToImmutable());
    }

    /// <summary>The same row with other values.</summary>
    public Row But(params ReadOnlySpan<(string Column, Value Value)> changes)
    {
        var row = Columns;
        foreach (var (column, value) in changes)
        {
            row = row.SetItem(column, value);
        }

        return new(Table, row);
    }

    /// <summary>Another row with the same values, where the identity and what else is given differ.</summary>
    public Row Another(params ReadOnlySpan<(string Column, Value Value)> changes) => But(("id", Guid.NewGuid())).But(changes);
}
