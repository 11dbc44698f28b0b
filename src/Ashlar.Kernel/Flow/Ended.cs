namespace Ashlar.Kernel;

/// <summary>How an instance of another workflow ended.</summary>
/// <param name="Step">The step in which it ended; null where it was cancelled.</param>
/// <param name="State">What it knew at its end.</param>
public sealed record Ended<TStep, TState>(TStep? Step, TState State)
    where TStep : struct, Enum
    where TState : class;
