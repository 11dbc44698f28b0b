namespace Ashlar.Emit.Expressions;

/// <summary>The rows that a comprehension goes over: what stands after `from` and `where`, and what its item is.</summary>
internal sealed record SqlRows(string From, SqlText Where, Binding Item, SqlScope Scope)
{
    /// <summary>
    /// Something of the row that is true of all of them, and that no planner can know: what stands behind it is evaluated for
    /// rows only. Rows of a literal need none.
    /// </summary>
    public SqlText? Guard => Where.Text != "true" ? Where
        : Item is RowBinding row ? SqlText.Compare(row.Column("row_version"), ">", SqlText.Of(0))
        : null;

    /// <summary>What makes an order total: the rows' ids, or the places of values in their list.</summary>
    public SqlText? Tiebreak { get; init; }
}
