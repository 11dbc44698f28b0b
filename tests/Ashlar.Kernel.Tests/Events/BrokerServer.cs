using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Ashlar.Kernel.Tests.Events;

/// <summary>
/// A RabbitMQ of the tests' own: on free loopback ports, with its data in a temporary folder, killed and removed at the end.
/// Use it as an assembly fixture; the first test that wants it starts it.
/// </summary>
public sealed class BrokerServer : IAsyncDisposable
{
    private const string Versions = "/usr/lib/rabbitmq/lib";
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(3);

    private readonly string _folder = Directory.CreateTempSubdirectory("ashlar-rabbitmq-").FullName;
    private readonly int _port = FreePort();
    private readonly int _distributionPort = FreePort();
    private readonly int _namesPort = FreePort();
    private readonly SemaphoreSlim _starting = new(1);

    private Process? _process;

    /// <summary>Where it is, once it runs.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"amqp://guest:guest@127.0.0.1:{_port}/");

    /// <summary>Runs it, on the data that it had when it was killed.</summary>
    public async Task StartAsync()
    {
        await _starting.WaitAsync();
        try
        {
            _process ??= Run();
            await AnswersAsync();
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>Ends it at once.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
            _process = null;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
            using var names = Process.Start(new ProcessStartInfo("epmd", "-kill")
            {
                Environment = { ["ERL_EPMD_PORT"] = Text(_namesPort) },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            });
            await (names?.WaitForExitAsync() ?? Task.CompletedTask);
        }

        Directory.Delete(_folder, recursive: true);
        _starting.Dispose();
    }

    private Process Run()
    {
        var version = Directory.EnumerateDirectories(Versions).Order(StringComparer.Ordinal).Last();
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"exec '{version}/sbin/rabbitmq-server' > '{_folder}/output' 2>&1"])
        {
            Environment =
            {
                ["HOME"] = _folder,
                ["ERL_EPMD_PORT"] = Text(_namesPort),
                ["RABBITMQ_NODENAME"] = "tests@localhost",
                ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
                ["RABBITMQ_NODE_PORT"] = Text(_port),
                ["RABBITMQ_DIST_PORT"] = Text(_distributionPort),
                ["RABBITMQ_MNESIA_BASE"] = Path.Combine(_folder, "data"),
                ["RABBITMQ_LOG_BASE"] = Path.Combine(_folder, "log"),
                ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(_folder, "plugins"),
            },
        };
        return Process.Start(start) ?? throw new InvalidOperationException("RabbitMQ did not start.");
    }

    private async Task AnswersAsync()
    {
        var began = Stopwatch.GetTimestamp();
        while (!await TryConnectAsync())
        {
            if (_process is null or { HasExited: true } || Stopwatch.GetElapsedTime(began) > Bound)
            {
                throw new InvalidOperationException(
                    "RabbitMQ does not answer: " + await File.ReadAllTextAsync(Path.Combine(_folder, "output")));
            }

            await Task.Delay(200);
        }
    }

    private async Task<bool> TryConnectAsync()
    {
        try
        {
            await using var connection = await new ConnectionFactory { Uri = new(Address) }.CreateConnectionAsync();
            return true;
        }
        catch (BrokerUnreachableException)
        {
            return false;
        }
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
