using Ashlar.Core.Text;

namespace Ashlar.Emit.Sql;

/// <summary>An index over columns of one table, and what it is for.</summary>
internal sealed record SqlIndex(ValueList<SqlIndexKey> Keys, string Purpose)
{
    public static SqlIndex Of(string purpose, params ReadOnlySpan<string> columns) =>
        new(columns.ToArray().Distinct().Select(column => new SqlIndexKey(column, IsDescending: false)).ToValueList(), purpose);

    public IEnumerable<string> Columns => Keys.Select(key => key.Column);

    /// <summary>The columns that give the index its name: without the id, which only makes the order total.</summary>
    public IEnumerable<string> Named => Keys.Count > 1 && Keys[^1].Column == "id" ? Columns.SkipLast(1) : Columns;

    /// <summary>Whether the other index serves what this one does. Rows that are equal so far are few to sort by id.</summary>
    public bool IsServedBy(SqlIndex other) => Columns.SequenceEqual(other.Columns.Take(Keys.Count)) && HasDirectionsOf(other)
        || Named.SequenceEqual(other.Named);

    private bool HasDirectionsOf(SqlIndex other) =>
        Keys.Zip(other.Keys).All(pair => pair.First.IsDescending == pair.Second.IsDescending);
}

internal sealed record SqlIndexKey(string Column, bool IsDescending);
