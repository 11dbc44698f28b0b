using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ashlar.EndToEnd.Tool;
using Ashlar.Testing;
using Npgsql;

namespace Ashlar.EndToEnd.Examples;

/// <summary>A system in production: published, on PostgreSQL, serving as a role that cannot change tables.</summary>
public sealed class DeploymentTests(PostgresServer postgres)
{
    private const string Name = "bookshop";

    private static readonly string[] Forbidden =
        ["create table public.mine (id int)", "drop table catalog_books", "delete from ashlar_schema"];

    [Fact]
    public async Task A_published_system_migrates_as_the_owner_and_serves_as_another_role()
    {
        using var folder = new TemporaryFolder();
        await ProcessRun.Bash($"cp -r '{Checkout.PathOf($"examples/{Name}")}/.' '{folder.Root}'");
        using var deployment = new Deployment(folder.Root, await OwnersDatabase());
        Expect(0, await deployment.Publish());
        Expect(0, await deployment.MakeRoles());

        var (early, _) = deployment.Serve();
        await early.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.NotEqual(0, early.ExitCode);

        var first = Expect(0, await deployment.Migrate());
        Assert.Contains("bearer token", first.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("bearer token", Expect(0, await deployment.Migrate()).Out, StringComparison.Ordinal);

        var (process, address) = deployment.Serve();
        using var http = new HttpClient { BaseAddress = address };
        await Ready(http, process);
        Assert.Equal(HttpStatusCode.NotFound, await StatusOf(http, "/docs"));
        var account = new { email = "ann@example.org", password = "violet otter climbs", name = "Ann" };
        using var made = await http.PostAsJsonAsync("/api/accounts", account, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);

        foreach (var forbidden in Forbidden)
        {
            var refusal = await Assert.ThrowsAsync<PostgresException>(() => AsRuntime(deployment.Database, forbidden));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
        }

        Assert.Equal(0, await Deployment.Stop(process));
        var log = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.All(log.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => JsonDocument.Parse(line));
    }

    // As the image makes them: the owner of the database is called after the system.
    private async Task<NpgsqlConnectionStringBuilder> OwnersDatabase()
    {
        await postgres.CreateDatabaseAsync();
        await postgres.ExecuteAsync("postgres", $"create role {Name}_owner login superuser");
        await postgres.ExecuteAsync("postgres", $"create database {Name} owner {Name}_owner");
        return new NpgsqlConnectionStringBuilder(postgres.ConnectionString(Name, $"{Name}_owner"));
    }

    private async Task AsRuntime(string database, string sql)
    {
        var address = postgres.ConnectionString(database, $"{Name}_runtime") + ";Pooling=false";
        await using var connection = new NpgsqlConnection(address);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task Ready(HttpClient http, Process process)
    {
        var time = Stopwatch.StartNew();
        while (!process.HasExited && time.Elapsed < TimeSpan.FromMinutes(1))
        {
            try
            {
                if (await StatusOf(http, "/health/ready") == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"not ready: {await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)}");
    }

    private static async Task<HttpStatusCode> StatusOf(HttpClient http, string path)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private static ProcessRun Expect(int code, ProcessRun run)
    {
        Assert.True(run.Code == code, run.Out + run.Error);
        return run;
    }
}
