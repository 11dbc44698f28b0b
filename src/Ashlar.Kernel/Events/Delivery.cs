namespace Ashlar.Kernel;

/// <summary>An event that a consumer is still to get.</summary>
/// <param name="Event">The id of the event.</param>
/// <param name="Consumer">The name of the consumer.</param>
/// <param name="Subject">What it happened to.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="IsHeld">Whether the consumer has to get another event of the subject first.</param>
/// <param name="Name">The name of the event.</param>
/// <param name="Body">The event as JSON.</param>
/// <param name="HappenedAt">When it happened.</param>
/// <param name="Place">Where PostgreSQL has the row of the delivery, as long as nobody touches it.</param>
internal sealed record Delivery(
    long Event, string Consumer, string? Subject, int Attempts, bool IsHeld, string Name, string Body,
    DateTimeOffset HappenedAt, string Place)
{
    public static Delivery Read(Rows rows) => new(
        rows.Long(0), rows.Text(1), rows.TextOrNull(2), rows.Int(3), rows.Bool(4), rows.Text(5), rows.Text(6), rows.Instant(7),
        rows.Text(8));
}
