namespace Ashlar.Kernel;

/// <summary>Starts an instance at each of its ticks, exactly one for each, however many processes there are.</summary>
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
}
