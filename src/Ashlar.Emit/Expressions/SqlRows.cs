namespace Ashlar.Emit.Expressions;

/// <summary>The rows that a comprehension goes over: what stands after `from` and `where`, and what its item is.</summary>
internal sealed record SqlRows(string From, SqlText Where, Binding Item, SqlScope Scope)
{
    /// <summary>What makes an order total: the rows' ids, or the places of values in their list.</summary>
    public SqlText? Tiebreak { get; init; }
}
