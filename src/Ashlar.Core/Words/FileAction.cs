namespace Ashlar.Core.Words;

/// <summary>What an API does with the bytes of a file field.</summary>
public enum FileAction
{
    Download,
    Upload,

    /// <summary>Leaves the field without a file.</summary>
    Remove,
}
