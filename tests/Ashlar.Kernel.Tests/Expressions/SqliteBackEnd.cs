using System.Data.Common;
using System.Globalization;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Expressions;
using Ashlar.Emit.Sql;
using Microsoft.Data.Sqlite;

namespace Ashlar.Kernel.Tests.Expressions;

/// <summary>The lab in SQLite, in memory, with the functions of the kernel.</summary>
internal sealed class SqliteBackEnd(SqliteConnection connection, LabQuestion question) : SqlBackEnd(Dialect.Sqlite, question)
{
    protected override DbConnection Connection => connection;

    public static async Task<SqliteBackEnd> CreateAsync(LabRows rows, LabQuestion question, Func<string, string> fault)
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        SqliteFunctions.Register(connection);
        var backEnd = new SqliteBackEnd(connection, question) { Fault = fault };
        await backEnd.RunAsync("pragma foreign_keys = on");
        await backEnd.FillAsync(rows);
        await backEnd.RunAsync("analyze");
        return backEnd;
    }

    public override ValueTask DisposeAsync() => connection.DisposeAsync();

    protected override void Bind(DbParameter parameter, ModelType type, object? value)
    {
        parameter.Value = value switch
        {
            null => DBNull.Value,
            decimal amount => (long)NumberRange.Unscaled(amount, type is DecimalType decimals ? decimals.Scale : 0),
            bool truth => truth ? 1L : 0L,
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            TimeOnly time => time.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture),
            DateTimeOffset instant => instant.ToUnixTimeMilliseconds(),
            TimeSpan span => span.Ticks / TimeSpan.TicksPerMillisecond,
            Guid id => id.ToString(),
            _ => value,
        };
    }

    protected override object? Read(DbDataReader reader, int column, ModelType type) => type switch
    {
        DecimalType { Precision: > 18 } => decimal.Parse(reader.GetString(column), CultureInfo.InvariantCulture),
        DecimalType number => ScaledDecimal.FromLong(reader.GetInt64(column), number.Scale),
        ScalarType { Scalar: Scalar.Int or Scalar.Months } => reader.GetInt32(column),
        ScalarType { Scalar: Scalar.Long } => Whole(reader, column),
        ScalarType { Scalar: Scalar.Bool } => Whole(reader, column) == 1,
        ScalarType { Scalar: Scalar.Instant } => DateTimeOffset.FromUnixTimeMilliseconds(Whole(reader, column)),
        ScalarType { Scalar: Scalar.Duration } => new TimeSpan(Whole(reader, column) * TimeSpan.TicksPerMillisecond),
        ScalarType { Scalar: Scalar.Date } =>
            DateOnly.ParseExact(reader.GetString(column), "yyyy-MM-dd", CultureInfo.InvariantCulture),
        ScalarType { Scalar: Scalar.Time } =>
            TimeOnly.ParseExact(reader.GetString(column), "HH:mm:ss.fff", CultureInfo.InvariantCulture),
        ScalarType { Scalar: Scalar.Uuid } or ReferenceType => Guid.ParseExact(reader.GetString(column), "D"),
        _ => reader.GetString(column),
    };

    protected override bool IsOutOfRange(DbException e) =>
        e is SqliteException { SqliteErrorCode: 18 } || e.Message.Contains("'integer overflow'", StringComparison.Ordinal);

    protected override string Name(int number) => "$" + number.ToString(CultureInfo.InvariantCulture);

    protected override string Id(Guid id) => $"'{id}'";

    // A number that became a binary fraction on the way is a defect, also when it happens to be whole.
    private static long Whole(DbDataReader reader, int column) => reader.GetValue(column) is long number
        ? number
        : throw new InvalidOperationException($"{reader.GetValue(column)} is a {reader.GetDataTypeName(column)}");
}
