using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Ashlar.Kernel;

/// <summary>
/// Two works at once that cannot both be as if they were alone: the database fails one, which has done nothing and may run
/// again.
/// </summary>
internal static class Conflict
{
    /// <summary>How often a work runs at most.</summary>
    public const int MostAttempts = 6;

    private const double FirstPause = 10;

    /// <summary>Whether this is how the database says that a work conflicts with another.</summary>
    public static bool Is(Exception e) => e
        is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected }
        or SqliteException { SqliteExtendedErrorCode: raw.SQLITE_BUSY_SNAPSHOT };

    /// <summary>
    /// Waits before the next attempt: a random part of a time that doubles, so that the same works do not meet again.
    /// </summary>
    public static Task PauseAsync(int attempt, CancellationToken cancellation) =>
        Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.NextDouble() * FirstPause * Math.Pow(2, attempt - 1)), cancellation);
}
