namespace Ashlar.Kernel;

/// <summary>A delivery that has failed, as operators see it.</summary>
/// <param name="Event">The id of the event.</param>
/// <param name="Name">The name of the event.</param>
/// <param name="Subject">What it happened to.</param>
/// <param name="Consumer">Who is still to get it.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="DueAt">When it is tried again; null where it is parked.</param>
/// <param name="Problem">Why it failed the last time.</param>
internal sealed record EventStand(
    long Event, string Name, string? Subject, string Consumer, int Attempts, DateTimeOffset? DueAt, string? Problem)
{
    public bool IsParked => DueAt is null;

    public static EventStand Read(Rows rows) => new(
        rows.Long(0), rows.Text(1), rows.TextOrNull(2), rows.Text(3), rows.Int(4), rows.InstantOrNull(5), rows.TextOrNull(6));
}
