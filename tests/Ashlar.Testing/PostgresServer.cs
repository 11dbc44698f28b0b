using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Ashlar.Testing;

/// <summary>
/// A PostgreSQL of the tests' own: on a free loopback port, with its data in a temporary folder, stopped and removed at the
/// end. Use it as an assembly fixture; the first test that wants it starts it.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly Lazy<Task> _started;
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "ashlar-postgres-" + Guid.NewGuid().ToString("N"));

    private string? _binaries;
    private int _port;
    private int _databases;

    /// <summary>A server that is not started yet.</summary>
    public PostgresServer() => _started = new(StartAsync);

    /// <summary>Whether this machine has a PostgreSQL server to start.</summary>
    public static bool IsInstalled => PostgresBinaries.Find() is not null;

    /// <summary>Creates an empty database; the result is its connection string, as the owner.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        await _started.Value;
        var name = "test_" + Interlocked.Increment(ref _databases).ToString(CultureInfo.InvariantCulture);
        await ExecuteAsync("postgres", $"create database {name}");
        return ConnectionString(name, "owner");
    }

    /// <summary>Runs statements as the owner.</summary>
    public async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database, "owner") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The connection string of a database for a role.</summary>
    public string ConnectionString(string database, string role) =>
        $"Host=127.0.0.1;Port={_port};Database={database};Username={role};Maximum Pool Size=20";

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_binaries is null)
        {
            return;
        }

        NpgsqlConnection.ClearAllPools();
        await ServerProcess.RunAsync(_binaries, "pg_ctl", "-D", _folder, "-m", "immediate", "-w", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartAsync()
    {
        _binaries = PostgresBinaries.Find() ?? throw new InvalidOperationException("There is no PostgreSQL server to start.");
        _port = FreePort();
        await ServerProcess.RunAsync(
            _binaries, "initdb", "-D", _folder, "-U", "owner", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        await ServerProcess.RunAsync(
            _binaries,
            "pg_ctl",
            "-D", _folder,
            "-l", Path.Combine(_folder, "log"),
            "-o", $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c max_connections=400",
            "-w",
            "start");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
