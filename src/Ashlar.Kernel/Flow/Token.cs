namespace Ashlar.Kernel;

/// <summary>What a token does at its step.</summary>
internal enum TokenPhase
{
    /// <summary>The step is to be carried out.</summary>
    Ready,

    /// <summary>An outside call was announced, and its outcome is not known yet.</summary>
    Calling,

    /// <summary>It waits for an event, a person, branches or another instance.</summary>
    Waiting,

    /// <summary>It waits for the decision of a person.</summary>
    Incident,
}

/// <summary>
/// A place in a workflow where an instance stands, as the worker that has it knows it. `Epoch` and `Sequence` are the fence:
/// a commit that does not find both as they are here is refused with all that it did.
/// </summary>
/// <remarks>`WaitSequence` is there while a step that waits has been entered: the commit that did so.</remarks>
internal sealed record Token(
    Guid Id, Guid Instance, string Definition, int Version, string Step, TokenPhase Phase, long Epoch, long Sequence,
    int Attempt, string? CallKey, DateTimeOffset? CallSince, DateTimeOffset? WaitUntil, DateTimeOffset? RetryAt,
    long? WaitSequence, string? WaitKey, Guid? Parent, DateTimeOffset? Deadline, long Claims)
{
    /// <summary>The columns of a token, in the order in which <see cref="Read"/> takes them.</summary>
    public const string Columns =
        """
        id, instance_id, definition, version, step, phase, epoch, seq, attempt, call_key, call_since, wait_until, retry_at,
        wait_seq, wait_key, parent_id, deadline_at, claims
        """;

    public static Token Read(Rows rows) => new(
        rows.Uuid(0), rows.Uuid(1), rows.Text(2), rows.Int(3), rows.Text(4), rows.Enum<TokenPhase>(5), rows.Long(6),
        rows.Long(7), rows.Int(8), rows.TextOrNull(9), rows.InstantOrNull(10), rows.InstantOrNull(11), rows.InstantOrNull(12),
        rows.LongOrNull(13), rows.TextOrNull(14), rows.UuidOrNull(15), rows.InstantOrNull(16), rows.Long(17));
}
