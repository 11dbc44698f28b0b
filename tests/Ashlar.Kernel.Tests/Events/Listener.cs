using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Ashlar.Kernel.Tests.Events;

/// <summary>Somebody outside of the system who listens to all of its public events; the queue outlives the connection.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private readonly IConnection _connection;
    private readonly ConcurrentQueue<JsonElement> _heard = [];

    private Listener(IConnection connection) => _connection = connection;

    /// <summary>The messages in the order in which they came.</summary>
    public IReadOnlyList<JsonElement> Heard => [.. _heard];

    /// <summary>The numbers of the events, each where it came first.</summary>
    public IEnumerable<int> Numbers => Heard.DistinctBy(message => message.GetProperty("id").GetString())
        .Select(message => message.GetProperty("data").GetProperty("number").GetInt32());

    public static async Task<Listener> StartAsync(string address, string exchange)
    {
        var connection = await new ConnectionFactory { Uri = new(address) }.CreateConnectionAsync();
        var listener = new Listener(connection);
        var channel = await connection.CreateChannelAsync();
        await channel.ExchangeDeclareAsync(exchange, ExchangeType.Topic, durable: true);
        var queue = exchange + "-listener";
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false);
        await channel.QueueBindAsync(queue, exchange, routingKey: "#");
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, message) =>
        {
            listener._heard.Enqueue(JsonSerializer.Deserialize<JsonElement>(message.Body.Span));
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue, autoAck: true, consumer);
        return listener;
    }

    /// <summary>Waits until so many different events have come.</summary>
    public async Task WaitForAsync(int count)
    {
        var began = Stopwatch.GetTimestamp();
        while (Numbers.Count() < count)
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromMinutes(1), $"only {Numbers.Count()} came");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync() => await _connection.DisposeAsync();
}
