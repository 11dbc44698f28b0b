using Npgsql;
using NpgsqlTypes;

namespace Ashlar.Kernel;

/// <summary>Turns a value into a typed parameter, without boxing the common kinds.</summary>
internal static class PostgresParameter
{
    public static NpgsqlParameter Of(Value value)
    {
        if (value.IsNull)
        {
            return new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = TypeOf(value.Kind) };
        }

        return value.Kind switch
        {
            ValueKind.Int => Typed((int)value.AsLong, NpgsqlDbType.Integer),
            ValueKind.Long or ValueKind.Duration => Typed(value.AsLong, NpgsqlDbType.Bigint),
            ValueKind.Decimal => Typed(value.AsDecimal, NpgsqlDbType.Numeric),
            ValueKind.Bool => Typed(value.AsLong != 0, NpgsqlDbType.Boolean),
            ValueKind.Date => Typed(value.AsDate, NpgsqlDbType.Date),
            ValueKind.Time => Typed(value.AsTime, NpgsqlDbType.Time),
            ValueKind.Instant => Typed(value.AsInstant.UtcDateTime, NpgsqlDbType.TimestampTz),
            ValueKind.Uuid => Typed(value.AsUuid, NpgsqlDbType.Uuid),
            ValueKind.Bytes => Typed(value.AsBytes, NpgsqlDbType.Bytea),
            ValueKind.Uuids => Typed(value.AsUuids, NpgsqlDbType.Array | NpgsqlDbType.Uuid),
            _ => Typed(value.AsText, TypeOf(value.Kind)),
        };
    }

    private static NpgsqlParameter<T> Typed<T>(T value, NpgsqlDbType type) => new() { TypedValue = value, NpgsqlDbType = type };

    private static NpgsqlDbType TypeOf(ValueKind kind) => kind switch
    {
        ValueKind.Int => NpgsqlDbType.Integer,
        ValueKind.Long or ValueKind.Duration => NpgsqlDbType.Bigint,
        ValueKind.Decimal => NpgsqlDbType.Numeric,
        ValueKind.Bool => NpgsqlDbType.Boolean,
        ValueKind.Date => NpgsqlDbType.Date,
        ValueKind.Time => NpgsqlDbType.Time,
        ValueKind.Instant => NpgsqlDbType.TimestampTz,
        ValueKind.Uuid => NpgsqlDbType.Uuid,
        ValueKind.Json => NpgsqlDbType.Jsonb,
        ValueKind.Bytes => NpgsqlDbType.Bytea,
        ValueKind.Uuids => NpgsqlDbType.Array | NpgsqlDbType.Uuid,
        _ => NpgsqlDbType.Text,
    };
}
