using System.Data;
using Npgsql;

namespace Ashlar.Kernel;

/// <summary>PostgreSQL through a pooled, preparing data source.</summary>
internal sealed class PostgresDatabase : Database
{
    private readonly NpgsqlDataSource _source;

    // Otherwise the driver writes the first and the last moment of the calendar as infinities.
    static PostgresDatabase() => AppContext.SetSwitch("Npgsql.DisableDateTimeInfinityConversions", isEnabled: true);

    public PostgresDatabase(string connectionString, bool isPatient = false)
    {
        var settings = ConnectionText.Postgres(connectionString);
        if (isPatient)
        {
            settings.CommandTimeout = 0;
            settings.Options = "-c statement_timeout=0 -c lock_timeout=0 -c idle_in_transaction_session_timeout=60s";
        }

        User = settings.Username;
        _source = new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }

    internal override string? User { get; }

    public override bool IsPostgres => true;

    public override ValueTask<Session> ReadAsync(CancellationToken cancellation) => OpenAsync(cancellation);

    public override ValueTask<Session> WriteAsync(CancellationToken cancellation) => OpenAsync(cancellation);

    public override ValueTask<Session> BeginAsync(CancellationToken cancellation) =>
        BeginAsync(IsolationLevel.ReadCommitted, cancellation);

    public override ValueTask<Session> BeginSerializableAsync(CancellationToken cancellation) =>
        BeginAsync(IsolationLevel.Serializable, cancellation);

    public override ValueTask DisposeAsync() => _source.DisposeAsync();

    private async ValueTask<Session> BeginAsync(IsolationLevel isolation, CancellationToken cancellation)
    {
        var connection = await _source.OpenConnectionAsync(cancellation);
        var transaction = await connection.BeginTransactionAsync(isolation, cancellation);
        return new PostgresSession(this, connection, transaction, cancellation);
    }

    private async ValueTask<Session> OpenAsync(CancellationToken cancellation)
    {
        var connection = await _source.OpenConnectionAsync(cancellation);
        return new PostgresSession(this, connection, transaction: null, cancellation);
    }
}
