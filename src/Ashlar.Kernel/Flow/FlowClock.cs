using System.Diagnostics;

namespace Ashlar.Kernel;

/// <summary>
/// What `now` is for workflows: the clock of the database, so that no clock of a worker decides anything. Only a system that
/// has a clock of its own, in tests, goes by that.
/// </summary>
internal sealed class FlowClock(TimeProvider time)
{
    /// <summary>The moment on PostgreSQL, in a statement whose first parameter is <see cref="Given"/>.</summary>
    public const string Postgres = "coalesce($1, clock_timestamp())";

    /// <summary>The moment on SQLite, in a statement whose first parameter is <see cref="Given"/>.</summary>
    public const string Sqlite = "coalesce($1, cast(unixepoch('subsec') * 1000 as integer))";

    private Reading _last = new(time.GetUtcNow(), Stopwatch.GetTimestamp());

    /// <summary>The moment that the system says it is; null where the database says it.</summary>
    public Value Given => IsOfDatabase ? Value.Null(ValueKind.Instant) : time.GetUtcNow();

    /// <summary>The moment, as the database said it last and by the time that has gone by since.</summary>
    public DateTimeOffset Now => IsOfDatabase ? Whole(_last.Moment + Stopwatch.GetElapsedTime(_last.At)) : time.GetUtcNow();

    private bool IsOfDatabase => time == TimeProvider.System;

    /// <summary>Keeps what the database has said.</summary>
    public void Set(DateTimeOffset now) => _last = new(now, Stopwatch.GetTimestamp());

    private static DateTimeOffset Whole(DateTimeOffset moment) =>
        DateTimeOffset.FromUnixTimeMilliseconds(moment.ToUnixTimeMilliseconds());

    private sealed record Reading(DateTimeOffset Moment, long At);
}
