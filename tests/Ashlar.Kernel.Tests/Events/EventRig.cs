using System.Diagnostics;
using System.Text.Json;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ashlar.Kernel.Tests.Events;

/// <summary>A database with events, for processes that emit and deliver.</summary>
internal sealed class EventRig : IAsyncDisposable
{
    private const string Taken = "create table taken (consumer text not null, number integer not null, position ";

    private static readonly Statement InsertTaken = new("insert into taken (consumer, number) values ($1, $2)");
    private static readonly Statement SelectTaken = new("select number from taken where consumer = $1 order by position");
    private static readonly Statement CountPending = new("select count(*) from ashlar_deliveries");
    private static readonly Statement CountEvents = new("select count(*) from ashlar_events");
    private static readonly Statement Standing = new(
        "select coalesce(last_problem, ''), attempts, due_at is null from ashlar_deliveries order by event_id limit 1");

    private readonly TestDatabase _database;
    private readonly List<EventProcess> _processes = [];

    private EventRig(TestDatabase database) => _database = database;

    public ManualClock Clock { get; } = new();

    public string ConnectionString => _database.ConnectionString;

    public static async Task<EventRig> CreateAsync(DatabaseKind kind, PostgresServer server)
    {
        var database = await TestDatabase.CreateAsync(kind, server);
        await database.RunAsync(
            EventTables.PostgresSchema + Taken + "bigint generated always as identity)",
            EventTables.SqliteSchema + Taken + "integer primary key autoincrement)");
        return new(database);
    }

    /// <summary>A process that has these consumers; with a name it takes the event "Counted".</summary>
    public EventProcess Process(params IReadOnlyList<Consumer> consumers) => Process(new KernelOptions(), consumers);

    public EventProcess Process(KernelOptions options, params IReadOnlyList<Consumer> consumers) =>
        Process(Database.Open(ConnectionString), options, consumers);

    public EventProcess Process(Database database, KernelOptions options, params IReadOnlyList<Consumer> consumers)
    {
        var process = new EventProcess(database, options, Clock, consumers);
        _processes.Add(process);
        return process;
    }

    /// <summary>A process that publishes at a broker what others may hear.</summary>
    public EventProcess Process(
        Database database, KernelOptions options, IKernelPart relay, string system, string address,
        params IReadOnlyList<Consumer> consumers)
    {
        var process = new EventProcess(database, options, Clock, consumers, relay, system, address);
        _processes.Add(process);
        return process;
    }

    /// <summary>What a consumer does that notes the number of each event.</summary>
    public static async Task<Refusal?> NoteAsync(UnitOfWork work, string consumer, JsonElement happened)
    {
        await work.Session.ExecuteAsync(InsertTaken, consumer, happened.GetProperty("number").GetInt32());
        return null;
    }

    /// <summary>A consumer that notes the number of each event.</summary>
    public static Consumer Noting(string name, string happened = "Counted") =>
        new(happened, name, (work, json) => NoteAsync(work, name, json));

    /// <summary>The numbers that a consumer noted, in their order.</summary>
    public async Task<List<int>> TakenAsync(string consumer = "A")
    {
        await using var session = await _database.ReadAsync();
        return await session.ListAsync(SelectTaken, rows => rows.Int(0), consumer);
    }

    /// <summary>Waits until the consumer "A" has noted so many.</summary>
    public async Task WaitForAsync(int count)
    {
        var began = Stopwatch.GetTimestamp();
        while (await TakenAsync() is var taken && taken.Count < count)
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromMinutes(2), $"only {taken.Count} were taken");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    public Task<long> CountPendingAsync() => AskAsync(CountPending);

    public Task<long> CountEventsAsync() => AskAsync(CountEvents);

    /// <summary>How the first delivery stands: its last problem, how often it was tried, whether it is parked.</summary>
    public async Task<(string Problem, int Attempts, bool IsParked)> FirstAsync()
    {
        await using var session = await _database.ReadAsync();
        return Assert.Single(await session.ListAsync(Standing, rows => (rows.Text(0), rows.Int(1), rows.Bool(2))));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        await _database.DisposeAsync();
    }

    private async Task<long> AskAsync(Statement statement)
    {
        await using var session = await _database.ReadAsync();
        return Assert.Single(await session.ListAsync(statement, rows => rows.Long(0)));
    }
}
