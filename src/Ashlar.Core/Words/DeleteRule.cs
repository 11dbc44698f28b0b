namespace Ashlar.Core.Words;

/// <summary>What deleting a row does to the rows that refer to it.</summary>
public enum DeleteRule
{
    /// <summary>A row that is referred to cannot be deleted.</summary>
    Restrict,

    /// <summary>Deleting the row deletes the one that refers to it.</summary>
    Cascade,

    /// <summary>Deleting the row sets the reference to null.</summary>
    Clear,
}
