using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Hosting;

public sealed class HealthTests(PostgresServer server)
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_system_with_its_database_is_live_and_ready(DatabaseKind kind)
    {
        await using var system = await RunningSystem.StartAsync(kind, server);

        Assert.Equal(200, (await system.SendAsync(HttpMethod.Get, "/health/live")).Status);
        Assert.Equal(200, (await system.SendAsync(HttpMethod.Get, "/health/ready")).Status);
    }

    [Fact]
    public async Task Without_its_database_a_system_is_live_and_not_ready()
    {
        await using var system = await RunningSystem.StartAsync(DatabaseKind.Postgres, server);
        var name = new Npgsql.NpgsqlConnectionStringBuilder(
            system.App.Configuration["ConnectionStrings:Database"]).Database;
        await server.ExecuteAsync("postgres", $"alter database {name} with allow_connections false");
        await server.ExecuteAsync(
            "postgres", $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'");

        Assert.Equal(200, (await system.SendAsync(HttpMethod.Get, "/health/live")).Status);
        Assert.Equal(503, (await system.SendAsync(HttpMethod.Get, "/health/ready")).Status);
        var answer = await system.SendAsync(HttpMethod.Get, "/api/notes/01a214fe-9627-732d-864c-ee3c212ea31e");
        Assert.Equal((503, "unavailable"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_stop_lets_running_requests_end()
    {
        await using var system = await RunningSystem.StartAsync(
            DatabaseKind.Sqlite, server, configure: null, "--Kernel:Deadline=00:00:04", "--Kernel:StopDelay=00:00:02");
        var before = system.Database.StatementCount;
        var running = system.SendAsync(HttpMethod.Get, "/api/slow");
        while (system.Database.StatementCount == before)
        {
            await Task.Yield();
        }

        var cancellation = TestContext.Current.CancellationToken;
        var stopping = Task.Run(() => system.App.StopAsync(cancellation), cancellation);
        Answer? notReady = null;
        while (!stopping.IsCompleted && notReady is not { Status: 503 })
        {
            notReady = await system.SendAsync(HttpMethod.Get, "/health/ready");
        }

        Assert.Equal(503, notReady?.Status);
        Assert.Equal((503, "timeout"), ((await running).Status, (await running).Code));
        await stopping;
    }
}
