using Ashlar.Core.Text;
using Ashlar.Emit.Sql;

namespace Ashlar.Emit.Migrations;

/// <summary>A table of the new schema and the one that it was.</summary>
internal sealed record TablePair(SchemaTable Old, SchemaTable New, ValueList<ColumnChange> Columns)
{
    /// <summary>Columns of the old table that the new one does not have.</summary>
    public IEnumerable<SchemaColumn> Dropped => Old.Columns.Where(column => Columns.All(change => change.Old != column));

    /// <summary>Columns of the old table whose values can be had from nothing that is there afterwards.</summary>
    public IEnumerable<SchemaColumn> Kept => Dropped
        .Concat(Columns.Where(change => change is { IsReplaced: true, IsLossless: false }).Select(change => change.Old)
            .OfType<SchemaColumn>())
        .Where(column => column.Computed is null && column.Source is not null);

    /// <summary>Whether its columns or its name differ, so that what is written about it has to be written again.</summary>
    public bool IsTouched => Old.Name != New.Name || Dropped.Any()
        || Columns.Any(change => change.Old is not { } old || change.Value is not null || change.IsReplaced
            || old.Name != change.New.Name || old.Definition != change.New.Definition);
}

/// <summary>
/// A column of the new table, and the one that it was. <see cref="Value"/> is what a row holds in it, over the row of the old
/// table as `old`; null for what it held before, or for the column's default where there was none.
/// </summary>
internal sealed record ColumnChange(SchemaColumn? Old, SchemaColumn New)
{
    public string? Value { get; init; }

    /// <summary>The values are of another type or made anew: the old column is kept aside while the new one is filled.</summary>
    public bool IsReplaced { get; init; }

    /// <summary>The old values can be had from the new ones, so that they need not be kept.</summary>
    public bool IsLossless { get; init; }
}
