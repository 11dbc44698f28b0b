using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Ashlar.Kernel;

/// <summary>Failures that are nobody's mistake: what the system needs does not answer, and may do so later.</summary>
internal static class Unavailability
{
    /// <summary>Whether this is such a failure.</summary>
    public static bool Is(Exception e) => e
        is UnavailableException
        or DbException { IsTransient: true }
        or SqliteException { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED };
}
