using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Ashlar.Kernel;

/// <summary>
/// Gives a value the form that SQLite stores: decimals scaled to whole numbers, moments in milliseconds, dates and
/// identifiers as text that sorts as they do.
/// </summary>
internal static class SqliteParameterValue
{
    public const string TimeFormat = "HH':'mm':'ss'.'fff";

    public static void Set(SqliteParameter parameter, Value value)
    {
        if (value.IsNull)
        {
            parameter.SqliteType = SqliteType.Text;
            parameter.Value = DBNull.Value;
            return;
        }

        parameter.SqliteType = value.Kind switch
        {
            ValueKind.Int or ValueKind.Long or ValueKind.Bool or ValueKind.Instant or ValueKind.Duration
                or ValueKind.Decimal => SqliteType.Integer,
            ValueKind.Bytes => SqliteType.Blob,
            _ => SqliteType.Text,
        };
        parameter.Value = value.Kind switch
        {
            ValueKind.Int or ValueKind.Long or ValueKind.Bool or ValueKind.Instant or ValueKind.Duration => value.AsLong,
            ValueKind.Decimal => ScaledDecimal.ToLong(value.AsDecimal, value.Scale),
            ValueKind.Date => value.AsDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ValueKind.Time => value.AsTime.ToString(TimeFormat, CultureInfo.InvariantCulture),
            ValueKind.Uuid => value.AsUuid.ToString(),
            ValueKind.Bytes => value.AsBytes,
            ValueKind.Uuids => JsonSerializer.Serialize(value.AsUuids),
            _ => value.AsText,
        };
    }
}
