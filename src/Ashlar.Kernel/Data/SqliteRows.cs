using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Ashlar.Kernel;

/// <summary>Rows as SQLite gives them; see <see cref="SqliteParameterValue"/> for the stored forms.</summary>
internal sealed class SqliteRows(SqliteSession session, Statement statement, SqliteCommand command, SqliteDataReader reader)
    : Rows(session, reader)
{
    public override ValueTask<bool> NextAsync()
    {
        try
        {
            return new(Reader.Read());
        }
        catch (SqliteException e)
        {
            throw session.Translate(e, statement);
        }
    }

    internal override async ValueTask EndAsync()
    {
        while (await NextAsync())
        {
            // The statement ends after its last row.
        }
    }

    public override decimal Decimal(int column, int scale) => Reader.GetValue(column) switch
    {
        long number => ScaledDecimal.FromLong(number, scale),
        string text => decimal.Parse(text, CultureInfo.InvariantCulture),
        var other => throw new InvalidCastException($"Column {column} holds {other}, which is no decimal."),
    };

    public override bool Bool(int column) => Reader.GetInt64(column) != 0;

    public override DateOnly Date(int column) =>
        DateOnly.ParseExact(Reader.GetString(column), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public override TimeOnly Time(int column) =>
        TimeOnly.ParseExact(Reader.GetString(column), SqliteParameterValue.TimeFormat, CultureInfo.InvariantCulture);

    public override DateTimeOffset Instant(int column) => DateTimeOffset.FromUnixTimeMilliseconds(Reader.GetInt64(column));

    public override Guid Uuid(int column) => Guid.ParseExact(Reader.GetString(column), "D");

    public override async ValueTask DisposeAsync()
    {
        await Reader.DisposeAsync();
        session.Return(statement, command);
    }
}
