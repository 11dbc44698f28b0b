namespace Ashlar.Kernel;

/// <summary>Whether a change says which version of a row it is meant for.</summary>
public enum RowVersion
{
    /// <summary>It has to.</summary>
    Required,

    /// <summary>It may.</summary>
    Optional,

    /// <summary>Nobody looks.</summary>
    Ignored,
}
