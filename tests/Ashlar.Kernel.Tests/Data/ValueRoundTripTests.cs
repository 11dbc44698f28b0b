using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Data;

public sealed class ValueRoundTripTests(PostgresServer server)
{
    private const string PostgresTable =
        """
        create table everything (
          text text collate "C", int integer, long bigint, decimal numeric(18, 4), bool boolean, date date, time time(3),
          instant timestamptz(3), duration bigint, uuid uuid, bytes bytea, json jsonb);
        """;

    private const string SqliteTable =
        """
        create table everything (
          text text, int integer, long integer, decimal integer, bool integer, date text, time text,
          instant integer, duration integer, uuid text, bytes blob, json text) strict;
        """;

    private static readonly Statement Insert = new(
        "insert into everything values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)");

    private static readonly Statement Select = new("select * from everything");

    public static TheoryData<DatabaseKind, Everything> Rows()
    {
        var data = new TheoryData<DatabaseKind, Everything>();
        foreach (var row in (Everything[])[Least, Most, Odd])
        {
            data.Add(DatabaseKind.Sqlite, row);
            data.Add(DatabaseKind.Postgres, row);
        }

        return data;
    }

    private static Everything Least => new(
        "", int.MinValue, long.MinValue, -99999999999999.9999m, false, DateOnly.MinValue, TimeOnly.MinValue,
        DateTimeOffset.MinValue, TimeSpan.FromMilliseconds(-1), Guid.Empty);

    private static Everything Most => new(
        "'\"$1;--\u00e9\U0001F600\uFFFD", int.MaxValue, long.MaxValue, 99999999999999.9999m, true, DateOnly.MaxValue,
        new TimeOnly(23, 59, 59, 999), new DateTimeOffset(9999, 12, 31, 23, 59, 59, 999, TimeSpan.Zero),
        TimeSpan.FromDays(10_000), Guid.AllBitsSet);

    private static Everything Odd => new(
        "a\nb\tc", 0, 0, 0.0001m, true, new DateOnly(2024, 2, 29), new TimeOnly(0, 0, 0, 1),
        new DateTimeOffset(1969, 12, 31, 23, 59, 59, 1, TimeSpan.Zero), TimeSpan.Zero,
        Guid.Parse("0A1b2C3d-0000-7000-8000-00000000000F"));

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task What_is_written_is_read_back(DatabaseKind kind, Everything row)
    {
        await using var database = await TestDatabase.CreateAsync(kind, server);
        await database.RunAsync(PostgresTable, SqliteTable);
        await using var session = await database.WriteAsync();
        await session.ExecuteAsync(
            Insert, row.Text, row.Int, row.Long, Value.Decimal(row.Decimal, 4), row.Bool, row.Date, row.Time, row.Instant,
            row.Duration, row.Uuid, Value.Bytes([0, 255]), Value.Json("""{"a":[1]}"""));

        await using var rows = await session.QueryAsync(Select);

        Assert.True(await rows.NextAsync());
        var read = new Everything(
            rows.Text(0), rows.Int(1), rows.Long(2), rows.Decimal(3, 4), rows.Bool(4), rows.Date(5), rows.Time(6),
            rows.Instant(7), rows.Duration(8), rows.Uuid(9));
        Assert.Equal(row, read);
        Assert.Equal([0, 255], rows.Bytes(10));
        Assert.Equal("""{"a":[1]}""", rows.Text(11).Replace(" ", "", StringComparison.Ordinal));
        Assert.False(await rows.NextAsync());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Null_is_null_in_every_kind(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, server);
        await database.RunAsync(PostgresTable, SqliteTable);
        await using var session = await database.WriteAsync();
        await session.ExecuteAsync(
            Insert, (string?)null, (int?)null, (long?)null, Value.Decimal(null, 4), (bool?)null, (DateOnly?)null, (TimeOnly?)null,
            (DateTimeOffset?)null, (TimeSpan?)null, (Guid?)null, Value.Bytes(null), Value.Json(null));

        await using var rows = await session.QueryAsync(Select);

        Assert.True(await rows.NextAsync());
        Assert.Null(rows.TextOrNull(0));
        Assert.Null(rows.IntOrNull(1));
        Assert.Null(rows.LongOrNull(2));
        Assert.Null(rows.DecimalOrNull(3, 4));
        Assert.Null(rows.BoolOrNull(4));
        Assert.Null(rows.DateOrNull(5));
        Assert.Null(rows.TimeOrNull(6));
        Assert.Null(rows.InstantOrNull(7));
        Assert.Null(rows.DurationOrNull(8));
        Assert.Null(rows.UuidOrNull(9));
        Assert.False(rows.IsTrue(4));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_decimal_keeps_the_scale_of_its_column(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, server);
        await database.RunAsync(PostgresTable, SqliteTable);
        await using var session = await database.WriteAsync();
        await session.ExecuteAsync(
            new("insert into everything (decimal) values ($1)"), Value.Decimal(-2.5m, 4));

        await using var rows = await session.QueryAsync(new("select decimal from everything"));

        Assert.True(await rows.NextAsync());
        Assert.Equal("-2.5000", rows.Decimal(0, 4).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_list_of_identifiers_is_one_parameter(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, server);
        await database.RunAsync(PostgresTable, SqliteTable);
        await using var session = await database.WriteAsync();
        Guid[] ids = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];
        await session.ExecuteManyAsync(
            new("insert into everything (uuid) values ($1)"), [.. ids.Select(id => new Value[] { id })]);

        var found = await session.ListAsync(
            new Statement(
                postgres: "select uuid from everything where uuid = any($1)",
                sqlite: "select uuid from everything where uuid in (select value from json_each($1))"),
            rows => rows.Uuid(0),
            Value.Uuids(ids.Take(2)));

        Assert.Equal(ids.Take(2).Order(), found.Order());
    }

    /// <summary>A row with a value of every kind.</summary>
    public sealed record Everything(
        string Text, int Int, long Long, decimal Decimal, bool Bool, DateOnly Date, TimeOnly Time, DateTimeOffset Instant,
        TimeSpan Duration, Guid Uuid);
}
