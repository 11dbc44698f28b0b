using System.Diagnostics;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Kernel.Tests.Hosting;
using Ashlar.Testing;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Ashlar.Kernel.Tests.Events;

/// <summary>Events in a system that runs.</summary>
public sealed class EventSystemTests(PostgresServer server)
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_request_emits_and_the_consumer_gets_it(DatabaseKind kind)
    {
        var taken = new TaskCompletionSource<int>();
        await using var system = await StartAsync(kind, taken, isRefused: false);

        Assert.Equal(204, (await system.SendAsync(HttpMethod.Post, "/api/count")).Status);
        await system.SettleAsync();

        Assert.True(taken.Task.IsCompleted);
        Assert.Equal(7, await taken.Task.WaitAsync(Bound, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_request_that_is_refused_emits_nothing(DatabaseKind kind)
    {
        var taken = new TaskCompletionSource<int>();
        await using var system = await StartAsync(kind, taken, isRefused: true);

        Assert.Equal(409, (await system.SendAsync(HttpMethod.Post, "/api/count")).Status);

        await using var session = await system.Database.ReadAsync(TestContext.Current.CancellationToken);
        var events = new Statement("select count(*) from ashlar_events");
        Assert.Equal([0L], await session.ListAsync(events, rows => rows.Long(0)));
    }

    [Fact]
    public async Task A_system_at_rest_asks_once_a_second()
    {
        const int atFirst = 10;
        var began = Stopwatch.GetTimestamp();
        await using var system = await StartAsync(DatabaseKind.Sqlite, new TaskCompletionSource<int>(), isRefused: false);
        var before = system.Database.BackgroundStatementCount;
        var requests = system.Database.StatementCount;

        await Task.Delay(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);

        Assert.InRange(
            system.Database.BackgroundStatementCount - before, 1, atFirst + (long)Stopwatch.GetElapsedTime(began).TotalSeconds);
        Assert.Equal(requests, system.Database.StatementCount);
    }

    [Fact]
    public async Task The_role_that_serves_can_emit_and_deliver()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres, server);
        var name = new NpgsqlConnectionStringBuilder(database.ConnectionString).Database ?? "";
        await server.ExecuteAsync("postgres", $"create role {name}_app login");
        var description = new SystemDescription("Events", typeof(EventSystemTests).Assembly);
        await database.RunAsync(
            KernelTables.PostgresSchema + EventTables.PostgresSchema + RuntimeRights.For(name + "_app", description), sqlite: "");
        var taken = new TaskCompletionSource<int>();
        await using var process = new EventProcess(
            Database.Open(server.ConnectionString(name, name + "_app")),
            new KernelOptions(),
            new ManualClock(),
            [Taking(taken)]);
        await process.EmitAsync(new Happened("Counted", "x", 7));

        await process.DrainAsync();
        await process.Queue.RemoveOldAsync(TimeSpan.FromDays(-1), TestContext.Current.CancellationToken);

        Assert.Equal(7, await taken.Task.WaitAsync(Bound, TestContext.Current.CancellationToken));
        await using var session = await database.ReadAsync();
        var rows = new Statement("select (select count(*) from ashlar_events) + (select count(*) from ashlar_deliveries)");
        Assert.Equal([0L], await session.ListAsync(rows, row => row.Long(0)));
    }

    [Fact]
    public async Task A_defect_of_the_delivery_ends_the_process()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite, server);
        await database.RunAsync(postgres: "", EventTables.SqliteSchema);
        await using var process = new EventProcess(
            Database.Open(database.ConnectionString), new KernelOptions(), new BrokenClock(), []);
        var ending = new TaskCompletionSource();
        await using var told = process.Ending.Register(ending.SetResult);

        await process.Dispatcher.StartAsync(TestContext.Current.CancellationToken);
        await ending.Task.WaitAsync(Bound, TestContext.Current.CancellationToken);
        await process.Dispatcher.StopAsync(TestContext.Current.CancellationToken);

        Assert.Contains(process.Logged, line => line.Level == LogLevel.Critical);
    }

    private Task<RunningSystem> StartAsync(DatabaseKind kind, TaskCompletionSource<int> taken, bool isRefused) =>
        RunningSystem.StartWithAsync(
            kind,
            server,
            new EventDelivery([[Taking(taken)]]),
            api => api.Post("/count", "count", call => call.TransactAsync(async work =>
            {
                await work.EmitAsync(new Happened("Counted", "x", 7));
                return isRefused ? Refusal.InUse : Reply.NoContent();
            })));

    private static Consumer Taking(TaskCompletionSource<int> taken) => new("Counted", "A", (_, json) =>
    {
        taken.TrySetResult(json.GetProperty("number").GetInt32());
        return Task.FromResult<Refusal?>(null);
    });

    private sealed class BrokenClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => throw new InvalidOperationException("no time");
    }
}
