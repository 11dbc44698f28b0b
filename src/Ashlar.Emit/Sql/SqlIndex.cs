using Ashlar.Core.Text;

namespace Ashlar.Emit.Sql;

/// <summary>An index over columns of one table, and what it is for.</summary>
internal sealed record SqlIndex(ValueList<SqlIndexKey> Keys, string Purpose)
{
    public static SqlIndex Of(string purpose, params ReadOnlySpan<string> columns) =>
        new(columns.ToArray().Distinct().Select(column => new SqlIndexKey(column, IsDescending: false)).ToValueList(), purpose);

    public IEnumerable<string> Columns => Keys.Select(key => key.Column);

    /// <summary>Whether the other index serves everything that this one does.</summary>
    public bool IsServedBy(SqlIndex other) =>
        other.Keys.Count >= Keys.Count && other.Keys.Items.AsSpan(0, Keys.Count).SequenceEqual(Keys.Items.AsSpan());
}

internal sealed record SqlIndexKey(string Column, bool IsDescending);
