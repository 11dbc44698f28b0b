namespace Ashlar.Kernel;

/// <summary>What a workflow asks people.</summary>
/// <param name="Id">The id of the task.</param>
/// <param name="Workflow">The workflow that asks.</param>
/// <param name="Step">The step that asks.</param>
/// <param name="Instance">The instance that asks.</param>
/// <param name="Role">Who may answer.</param>
/// <param name="Title">What is asked.</param>
/// <param name="ClaimedBy">Who wants to answer it.</param>
/// <param name="OpenedAt">Since when it is asked.</param>
/// <param name="DueAt">Until when the answer is due.</param>
public sealed record FlowTask(
    Guid Id, string Workflow, string Step, Guid Instance, string Role, string Title, Guid? ClaimedBy, DateTimeOffset OpenedAt,
    DateTimeOffset? DueAt)
{
    internal const string Columns =
        """
        id, definition, step, instance_id, role, title, claimed_by, opened_at, due_at,
        (select t.version from ashlar_flow_tokens t where t.id = token_id)
        """;

    /// <summary>The version of the workflow that asks.</summary>
    internal int Version { get; private init; }

    internal static FlowTask Read(Rows rows) => new(
        rows.Uuid(0), rows.Text(1), rows.Text(2), rows.Uuid(3), rows.Text(4), rows.Text(5), rows.UuidOrNull(6), rows.Instant(7),
        rows.InstantOrNull(8))
    {
        Version = rows.Int(9),
    };
}
