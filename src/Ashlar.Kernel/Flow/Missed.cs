namespace Ashlar.Kernel;

/// <summary>What a schedule does about ticks at which nothing ran.</summary>
public enum Missed
{
    /// <summary>It makes up for each of them, in their order.</summary>
    RunAll,

    /// <summary>It makes up for the last of them.</summary>
    RunLast,

    /// <summary>It leaves them out.</summary>
    Skip,
}
