using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Ashlar.Kernel;

/// <summary>Failures that are nobody's mistake: what the system needs does not answer, and may do so later.</summary>
internal static class Unavailability
{
    /// <summary>
    /// The server ends a session that does not go on, which a process finds that froze or was cut off: the errors
    /// `idle_in_transaction_session_timeout`, `transaction_timeout` and `idle_session_timeout` of PostgreSQL.
    /// </summary>
    private static readonly string[] EndedByServer = ["25P03", "25P04", "57P05"];

    /// <summary>Whether this is such a failure.</summary>
    public static bool Is(Exception e) => e
        is UnavailableException
        or DbException { IsTransient: true }
        or SqliteException { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED }
        || (e is PostgresException { SqlState: var state } && EndedByServer.Contains(state));
}
