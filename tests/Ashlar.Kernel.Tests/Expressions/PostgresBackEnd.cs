using System.Data.Common;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Sql;
using Npgsql;
using NpgsqlTypes;

namespace Ashlar.Kernel.Tests.Expressions;

/// <summary>The lab in PostgreSQL. The session's time zone is one with summer time, so that nothing may depend on it.</summary>
internal sealed class PostgresBackEnd(NpgsqlConnection connection, LabQuestion question)
    : SqlBackEnd(Dialect.PostgreSql, question)
{
    protected override DbConnection Connection => connection;

    public static async Task<PostgresBackEnd> CreateAsync(string connectionString, LabRows rows, LabQuestion question,
        Func<string, string> fault)
    {
        var connection = new NpgsqlConnection(connectionString + ";Pooling=false;Include Error Detail=true");
        await connection.OpenAsync();
        var backEnd = new PostgresBackEnd(connection, question) { Fault = fault };
        await backEnd.RunAsync("set timezone = 'America/New_York'; set datestyle = 'SQL, MDY'");
        await backEnd.FillAsync(rows);
        await backEnd.RunAsync("analyze");
        return backEnd;
    }

    /// <summary>The random expressions are not in the model, so the schema does not know that they call functions.</summary>
    protected override string Schema()
    {
        var schema = base.Schema();
        var missing = PostgresFunctions.Write(PostgresFunctions.All)
            .Where(text => !PostgresFunctions.All
                .Any(name => text.Contains($"create function {name}(") && schema.Contains($"create function {name}(")));
        return $"{schema}\n{string.Join('\n', missing)}";
    }

    public override ValueTask DisposeAsync() => connection.DisposeAsync();

    protected override void Bind(DbParameter parameter, ModelType type, object? value)
    {
        ((NpgsqlParameter)parameter).NpgsqlDbType = KindOf(type);
        parameter.Value = value is TimeSpan span && type is ScalarType { Scalar: Scalar.Duration }
            ? span.Ticks / TimeSpan.TicksPerMillisecond
            : value ?? DBNull.Value;
    }

    protected override object? Read(DbDataReader reader, int column, ModelType type) => type switch
    {
        ScalarType { Scalar: Scalar.Int or Scalar.Months } => reader.GetInt32(column),
        ScalarType { Scalar: Scalar.Long } => reader.GetInt64(column),
        ScalarType { Scalar: Scalar.Bool } => reader.GetBoolean(column),
        ScalarType { Scalar: Scalar.Date } => reader.GetFieldValue<DateOnly>(column),
        ScalarType { Scalar: Scalar.Time } => reader.GetFieldValue<TimeOnly>(column),
        ScalarType { Scalar: Scalar.Instant } => new DateTimeOffset(reader.GetDateTime(column)),
        ScalarType { Scalar: Scalar.Duration } => new TimeSpan(reader.GetInt64(column) * TimeSpan.TicksPerMillisecond),
        ScalarType { Scalar: Scalar.Uuid } or ReferenceType => reader.GetGuid(column),
        DecimalType => reader.GetDecimal(column),
        _ => reader.GetString(column),
    };

    protected override bool IsOutOfRange(DbException e) => e.SqlState is "22003" or "22008";

    protected override string Name(int number) => "";

    protected override string Id(Guid id) => $"uuid '{id}'";

    private static NpgsqlDbType KindOf(ModelType type) => type switch
    {
        ScalarType { Scalar: Scalar.Int } => NpgsqlDbType.Integer,
        ScalarType { Scalar: Scalar.Long or Scalar.Duration } => NpgsqlDbType.Bigint,
        ScalarType { Scalar: Scalar.Bool } => NpgsqlDbType.Boolean,
        ScalarType { Scalar: Scalar.Date } => NpgsqlDbType.Date,
        ScalarType { Scalar: Scalar.Time } => NpgsqlDbType.Time,
        ScalarType { Scalar: Scalar.Instant } => NpgsqlDbType.TimestampTz,
        ScalarType { Scalar: Scalar.Uuid } or ReferenceType => NpgsqlDbType.Uuid,
        DecimalType => NpgsqlDbType.Numeric,
        _ => NpgsqlDbType.Text,
    };
}
