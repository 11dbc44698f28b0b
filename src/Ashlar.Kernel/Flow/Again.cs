namespace Ashlar.Kernel;

/// <summary>What starting a workflow means while an instance with the same key is running.</summary>
public enum Again
{
    /// <summary>The running instance is the answer.</summary>
    Joins,

    /// <summary>The start is refused.</summary>
    Refused,

    /// <summary>The running instance is cancelled, and a new one takes its place.</summary>
    Replaces,
}
