namespace Ashlar.Core.Syntax.Formatting;

/// <summary>Whether a blank line stands before something.</summary>
internal enum Separation
{
    /// <summary>Never: it is the first of its block.</summary>
    Start,

    /// <summary>Where one was written.</summary>
    AsWritten,

    /// <summary>Always.</summary>
    Apart,

    /// <summary>Not before the closing mark of a block, but between comments where one was written.</summary>
    Close,

    /// <summary>As <see cref="Close"/>, and nothing stands in the block but comments.</summary>
    Empty,
}
