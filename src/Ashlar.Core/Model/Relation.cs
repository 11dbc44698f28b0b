namespace Ashlar.Core.Model;

/// <summary>How a collection field finds its rows.</summary>
public sealed record Relation(RelationKind Kind, ElementName Target)
{
    /// <summary>The reference in the target that points back (inverse and owned), or the linked list on the other side.</summary>
    public string BackReference { get; init; } = "";
}

public enum RelationKind
{
    /// <summary>The rows that refer to this one; written from the other side.</summary>
    Inverse,

    /// <summary>Rows that belong to this one, are written with it and go with it.</summary>
    Owned,

    /// <summary>An unordered set of rows, kept in a link table of this field.</summary>
    Linked,

    /// <summary>The other side of a linked collection.</summary>
    LinkedInverse,
}
