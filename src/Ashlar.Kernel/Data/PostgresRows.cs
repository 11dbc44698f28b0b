using Npgsql;

namespace Ashlar.Kernel;

/// <summary>Rows as PostgreSQL gives them: every kind has a column type of its own.</summary>
internal sealed class PostgresRows(
    Session session, IAsyncDisposable command, Statement statement, NpgsqlDataReader reader, CancellationToken cancellation)
    : Rows(session, reader)
{
    public override ValueTask<bool> NextAsync() => new(Reader.ReadAsync(cancellation));

    internal override async ValueTask EndAsync()
    {
        try
        {
            await Reader.NextResultAsync(cancellation);
        }
        catch (PostgresException e) when (PostgresSession.Translate(e, statement.IsDelete) is { } known)
        {
            throw known;
        }
    }

    public override decimal Decimal(int column, int scale) => Reader.GetDecimal(column);

    public override bool Bool(int column) => Reader.GetBoolean(column);

    public override DateOnly Date(int column) => Reader.GetFieldValue<DateOnly>(column);

    public override TimeOnly Time(int column) => Reader.GetFieldValue<TimeOnly>(column);

    public override DateTimeOffset Instant(int column) => new(Reader.GetDateTime(column));

    public override Guid Uuid(int column) => Reader.GetGuid(column);

    public override async ValueTask DisposeAsync()
    {
        await Reader.DisposeAsync();
        await command.DisposeAsync();
    }
}
