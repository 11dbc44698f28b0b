namespace Ashlar.Kernel;

/// <summary>Where an instance stands; in several places when it has branches.</summary>
/// <param name="Instance">The instance.</param>
/// <param name="Token">What an operator names to move it.</param>
/// <param name="Step">The step.</param>
/// <param name="Phase">`Ready`, `Calling`, `Waiting` or `Incident`.</param>
/// <param name="Attempt">How often the step was tried.</param>
/// <param name="DueAt">When it is looked at next; null while only something that happens moves it.</param>
/// <param name="Incident">What a person has to decide about.</param>
public sealed record FlowPlace(
    Guid Instance, Guid Token, string Step, string Phase, int Attempt, DateTimeOffset? DueAt, string? Incident)
{
    internal static FlowPlace Read(Rows rows) => new(
        rows.Uuid(0), rows.Uuid(1), rows.Text(2), rows.Text(3), rows.Int(4), rows.InstantOrNull(5), rows.TextOrNull(6));
}
