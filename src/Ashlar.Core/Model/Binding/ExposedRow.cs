namespace Ashlar.Core.Model.Binding;

/// <summary>What an `expose` is about: an entity, the name of its row, and the path of its rows.</summary>
internal sealed record ExposedRow(EntityElement Entity, string RowName, string Path)
{
    /// <summary>The row is that of the caller.</summary>
    public bool IsOfCaller { get; init; }
}

/// <summary>Which rows the path of an operation names.</summary>
internal enum KeyedRows
{
    /// <summary>None: the operation is about no row that is exposed.</summary>
    None,

    /// <summary>Rows that the row will refer to, or refers to; not the row itself.</summary>
    Parents,

    /// <summary>The row itself, once, and rows that it refers to.</summary>
    Row,
}
