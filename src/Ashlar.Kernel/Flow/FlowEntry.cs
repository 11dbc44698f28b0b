namespace Ashlar.Kernel;

/// <summary>One commit in the life of an instance.</summary>
/// <param name="Kind">What was done: `done`, `intent`, `failed`, `signal`, `timer`, `retry` and so on.</param>
/// <param name="Step">Where it was done.</param>
/// <param name="Attempt">At which attempt.</param>
/// <param name="Detail">What there is to say besides.</param>
/// <param name="Actor">Who did it, where it was a person.</param>
/// <param name="At">When it was done.</param>
public sealed record FlowEntry(string Kind, string Step, int Attempt, string? Detail, Guid? Actor, DateTimeOffset At)
{
    internal static FlowEntry Read(Rows rows) => new(
        rows.Text(0), rows.Text(1), rows.Int(2), rows.TextOrNull(3), rows.UuidOrNull(4), rows.Instant(5));
}
