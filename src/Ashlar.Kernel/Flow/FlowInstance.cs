namespace Ashlar.Kernel;

/// <summary>An instance of a workflow, as people see it.</summary>
/// <param name="Id">The id of the instance.</param>
/// <param name="Workflow">The workflow with its module.</param>
/// <param name="Version">The version that it runs in.</param>
/// <param name="Key">What it is about.</param>
/// <param name="Status">`Running`, `Ended` or `Cancelled`.</param>
/// <param name="Outcome">Where it ended, or why.</param>
/// <param name="State">What it knows, as JSON.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="EndedAt">When it ended.</param>
public sealed record FlowInstance(
    Guid Id, string Workflow, int Version, string? Key, string Status, string? Outcome, string State, DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt)
{
    internal const string Columns = "id, definition, version, key, status, outcome, state, started_at, ended_at";

    internal static FlowInstance Read(Rows rows) => new(
        rows.Uuid(0), rows.Text(1), rows.Int(2), rows.TextOrNull(3), rows.Text(4), rows.TextOrNull(5), rows.Text(6),
        rows.Instant(7), rows.InstantOrNull(8));
}
