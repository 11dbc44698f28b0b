using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;
using Microsoft.Extensions.Logging;

namespace Ashlar.Kernel.Tests.Events;

/// <summary>Public events reach those who listen at a RabbitMQ broker, whatever dies in between.</summary>
[Collection(nameof(BrokerServer))]
public sealed class RelayTests(PostgresServer server, BrokerServer broker)
{
    private static readonly KernelOptions OneByOne = new() { DeliveryConcurrency = 1 };

    private readonly string _exchange = "Events" + Guid.NewGuid().ToString("N")[..8];

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Public_events_reach_whoever_listens_as_cloud_events(DatabaseKind kind)
    {
        await broker.StartAsync();
        await using var rig = await EventRig.CreateAsync(kind, server);
        await using var listener = await Listener.StartAsync(broker.Address, _exchange);
        var process = Process(rig, Database.Open(rig.ConnectionString), new KernelOptions(), EventRig.Noting("A"));

        await process.EmitAsync(new("Counted", "x", 1), new("Counted", null, 2), new("Private", "x", 3));
        await process.DrainAsync();
        await listener.WaitForAsync(2);

        var first = listener.Heard.Single(message => message.TryGetProperty("subject", out var _));
        Assert.Equal("1.0", first.GetProperty("specversion").GetString());
        Assert.Equal("Counted.v2", first.GetProperty("type").GetString());
        Assert.Equal("urn:system:" + _exchange, first.GetProperty("source").GetString());
        Assert.Equal("2026-03-01T12:00:00.000Z", first.GetProperty("time").GetString());
        Assert.Equal("x", first.GetProperty("subject").GetString());
        Assert.Equal("application/json", first.GetProperty("datacontenttype").GetString());
        Assert.Equal(1, first.GetProperty("data").GetProperty("number").GetInt32());
        Assert.Equal([1, 2], listener.Numbers.Order());
        Assert.Equal([1, 2], (await rig.TakenAsync()).Order());
        Assert.Equal(0, await rig.CountPendingAsync());
    }

    [Fact]
    public async Task Without_a_broker_events_stay_within_the_system()
    {
        await using var rig = await EventRig.CreateAsync(DatabaseKind.Sqlite, server);
        var process = rig.Process(
            Database.Open(rig.ConnectionString), new KernelOptions(), Relay(), _exchange, address: "", EventRig.Noting("A"));

        await process.EmitAsync(new Happened("Counted", "x", 1));
        await process.DrainAsync();

        Assert.Equal([1], await rig.TakenAsync());
        Assert.Equal(0, await rig.CountPendingAsync());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_happens_while_the_broker_is_dead_comes_when_it_is_back(DatabaseKind kind)
    {
        await broker.StartAsync();
        await using (await Listener.StartAsync(broker.Address, _exchange))
        {
        }

        await using var rig = await EventRig.CreateAsync(kind, server);
        var process = Process(rig, Database.Open(rig.ConnectionString), OneByOne, EventRig.Noting("A"));
        await process.EmitAsync(new Happened("Counted", "x", 1));
        await process.DrainAsync();

        await broker.KillAsync();
        await process.EmitAsync(new("Counted", "x", 2), new("Counted", "y", 3));
        for (var hour = 0; hour < 20; hour++)
        {
            await process.DrainAsync();
            rig.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(2, await rig.CountPendingAsync());
        Assert.Equal([1, 2, 3], (await rig.TakenAsync()).Order());
        Assert.Single(process.Logged, line => line is { Level: LogLevel.Warning, Text: var text } && text.Contains("broker"));

        await broker.StartAsync();
        await using var listener = await Listener.StartAsync(broker.Address, _exchange);
        await process.DrainAsync();
        await listener.WaitForAsync(3);

        Assert.Equal(0, await rig.CountPendingAsync());
        Assert.Equal([1, 2], listener.Numbers.Where(number => number != 3));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, true)]
    [InlineData(DatabaseKind.Sqlite, false)]
    [InlineData(DatabaseKind.Postgres, true)]
    [InlineData(DatabaseKind.Postgres, false)]
    public async Task A_process_may_die_at_any_step(DatabaseKind kind, bool isTaken)
    {
        await broker.StartAsync();
        await using var rig = await EventRig.CreateAsync(kind, server);
        await using var listener = await Listener.StartAsync(broker.Address, _exchange);
        var survivor = Process(rig, Database.Open(rig.ConnectionString), OneByOne);
        var (number, deaths) = (0, 0);
        for (var lastStep = 1; deaths == lastStep - 1; lastStep++)
        {
            var mortal = new MortalDatabase(Database.Open(rig.ConnectionString), lastStep, isTaken);
            var dying = Process(rig, mortal, OneByOne);
            await survivor.EmitAsync(new("Counted", "x", ++number), new("Counted", "x", ++number));

            await DeathTests.DieAsync(dying);
            deaths += mortal.IsDead ? 1 : 0;
            rig.Clock.Advance(TimeSpan.FromMinutes(1));
            await survivor.DrainAsync();
        }

        Assert.True(deaths > 8, $"it died {deaths} times");
        await listener.WaitForAsync(number);
        Assert.Equal(Enumerable.Range(1, number), listener.Numbers);
        Assert.Equal(0, await rig.CountPendingAsync());
    }

    private static BrokerRelay Relay() => new(new PublicEvent("Counted", 2));

    private EventProcess Process(
        EventRig rig, Database database, KernelOptions options, params IReadOnlyList<Consumer> consumers) =>
        rig.Process(database, options, Relay(), _exchange, broker.Address, consumers);
}
