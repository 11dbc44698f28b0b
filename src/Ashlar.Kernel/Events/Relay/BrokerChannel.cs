using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Ashlar.Kernel;

/// <summary>
/// The connection to a RabbitMQ broker. Events go to a durable topic exchange that is called like the system, with the name
/// of the event as the routing key; a message counts as handed over once the broker has confirmed it.
/// </summary>
internal sealed class BrokerChannel(
    IReadOnlyList<PublicEvent> events, IConfiguration configuration, SystemDescription system, ILogger<BrokerChannel> log)
    : IEventRelay, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Uri? _address = Read(configuration.GetConnectionString("Broker"));
    private readonly Dictionary<string, PublicEvent> _events = events.ToDictionary(one => one.Name);
    private readonly SemaphoreSlim _opening = new(1);

    private IConnection? _connection;
    private IChannel? _channel;
    private int _isDown;

    /// <inheritdoc />
    public IEnumerable<string> Events => _address is null ? [] : _events.Keys;

    /// <inheritdoc />
    public async Task PublishAsync(Delivery delivery, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            var channel = await OpenAsync(patience.Token);
            var message = CloudEvent.Of(system.Name, _events[delivery.Name], delivery);
            await channel.BasicPublishAsync(
                system.Name, delivery.Name, mandatory: false, message.Properties, message.Body, patience.Token);
        }
        catch (Exception e) when (IsOfBroker(e) && !cancellation.IsCancellationRequested)
        {
            if (Interlocked.Exchange(ref _isDown, 1) == 0)
            {
                BrokerLog.Lost(log, e);
            }

            throw new UnavailableException("The broker", e);
        }

        if (Interlocked.Exchange(ref _isDown, 0) == 1)
        {
            BrokerLog.Back(log);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _opening.Dispose();
    }

    private static bool IsOfBroker(Exception e) => e
        is RabbitMQClientException or SocketException or IOException or OperationCanceledException or TimeoutException
        or ObjectDisposedException;

    // amqp://user:password@host:5672/vhost, or amqps:// for an encrypted connection.
    private static Uri? Read(string? text)
    {
        if (text is null or "")
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var address)
            && address is { Scheme: "amqp" or "amqps", Host.Length: > 0 }
            ? address
            : throw new InvalidOperationException(
                "ConnectionStrings:Broker is no address of a broker: write it like amqp://user:password@host:5672/");
    }

    private async Task<IChannel> OpenAsync(CancellationToken cancellation)
    {
        await _opening.WaitAsync(cancellation);
        try
        {
            if (_channel is { IsOpen: true } open)
            {
                return open;
            }

            await CloseAsync();
            _connection = await new ConnectionFactory
            {
                Uri = _address ?? throw new InvalidOperationException("No broker is named."),
                ClientProvidedName = system.Name,
                AutomaticRecoveryEnabled = false,
                RequestedConnectionTimeout = Patience,
            }.CreateConnectionAsync(cancellation);
            _channel = await _connection.CreateChannelAsync(
                new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true),
                cancellation);
            await _channel.ExchangeDeclareAsync(
                system.Name, ExchangeType.Topic, durable: true, cancellationToken: cancellation);
            return _channel;
        }
        finally
        {
            _opening.Release();
        }
    }

    private async Task CloseAsync()
    {
        var (channel, connection) = (_channel, _connection);
        (_channel, _connection) = (null, null);
        if (channel is not null)
        {
            await channel.DisposeAsync();
        }

        if (connection is not null)
        {
            await connection.DisposeAsync();
        }
    }
}
