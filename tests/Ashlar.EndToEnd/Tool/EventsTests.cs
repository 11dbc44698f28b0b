using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Ashlar.EndToEnd.Tool;

/// <summary>What operators see of the events of a system that the tool compiles.</summary>
public sealed class EventsTests : IDisposable
{
    private const string Insert =
        """
        insert into ashlar_events (id, name, subject, body, happened_at)
        values (7, 'Support.TicketSolved', 'x', '{"ticket":"x"}', 0);
        insert into ashlar_deliveries (event_id, consumer, subject, due_at, attempts, last_problem)
        values (7, 'Support.AnswerPromise', 'x', null, 10, 'not-found')
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    public async Task Parked_deliveries_are_listed_and_given_up_and_what_cannot_be_done_is_a_finding()
    {
        var system = _folder.PathOf("helpdesk");
        var example = Checkout.PathOf("examples/helpdesk");
        await ProcessRun.Bash($"mkdir '{system}' && cd '{example}' && cp -r model custom '{system}'");
        var database = _folder.PathOf("helpdesk.db");
        var missing = await ProcessRun.Ashlar("events", "list", system, "--database", database);
        Assert.Equal((3, false), (missing.Code, File.Exists(database)));

        var migrated = await ProcessRun.Ashlar("migrate", system, "--database", database);
        Assert.True(migrated.Code == 0, migrated.Out + migrated.Error);
        await using (var connection = new SqliteConnection($"Data Source={database}"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = Insert;
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var listed = await ProcessRun.Ashlar("events", "list", system, "--database", database, "--status", "parked", "--json");
        using var json = JsonDocument.Parse(listed.Out);
        var delivery = Assert.Single(json.RootElement.GetProperty("events").GetProperty("deliveries").EnumerateArray());
        Assert.Equal((7, "not-found"), (delivery.GetProperty("event").GetInt64(), delivery.GetProperty("problem").GetString()));

        var dropped = await ProcessRun.Ashlar(
            "events", "drop", system, "--database", database, "--of", "7", "--because", "it = \"gone\" now");
        Assert.Equal((0, "Support.TicketSolved 7 is given up for Support.AnswerPromise\n"), (dropped.Code, dropped.Out));
        var refused = await ProcessRun.Ashlar(
            "events", "retry", system, "--database", database, "--of", "7", "--because", "once more");
        Assert.Equal(3, refused.Code);
        Assert.Contains("No delivery of event 7 has failed.", refused.Out, StringComparison.Ordinal);
    }
}
