namespace Ashlar.Kernel;

/// <summary>What a schedule does at a tick while the instance of an earlier one is running.</summary>
public enum Overlap
{
    /// <summary>It leaves the tick out.</summary>
    Skip,

    /// <summary>It waits for the end of the instance.</summary>
    Wait,
}
