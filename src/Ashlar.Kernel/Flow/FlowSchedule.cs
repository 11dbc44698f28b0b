namespace Ashlar.Kernel;

/// <summary>
/// Starts an instance or runs an action at each of its ticks, exactly once for each, however many processes there are.
/// </summary>
/// <param name="Name">The name of the schedule, which stays the same from one version of the system to the next.</param>
/// <param name="Next">The first tick after a moment.</param>
/// <param name="Start">Starts the instance of a tick, with a key by which an earlier one is found.</param>
public sealed record FlowSchedule(
    string Name, Func<DateTimeOffset, DateTimeOffset> Next, Func<UnitOfWork, DateTimeOffset, ValueTask<Started>> Start)
{
    /// <summary>What happens at a tick while an earlier instance is running.</summary>
    public Overlap Overlap { get; init; } = Overlap.Skip;

    /// <summary>What happens about ticks at which nothing ran.</summary>
    public Missed Missed { get; init; } = Missed.RunLast;

    /// <summary>Runs an action in the transaction of its tick; one that is refused is tried again.</summary>
    /// <param name="name">The name of the action.</param>
    /// <param name="next">The first tick after a moment.</param>
    /// <param name="action">Does it, and says why not.</param>
    public static FlowSchedule Of(
        string name, Func<DateTimeOffset, DateTimeOffset> next, Func<UnitOfWork, Task<Refusal?>> action) =>
        new(name, next, async (work, _) => await action(work) is { } refusal
            ? new Started(Guid.Empty, IsNew: false) { Refusal = refusal }
            : new Started(Guid.Empty, IsNew: true))
        {
            Overlap = Overlap.Wait,
        };
}
