using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Ashlar.EndToEnd.Tool;

/// <summary>What operators see of the workflows of a system that the tool compiles.</summary>
public sealed class FlowTests : IDisposable
{
    private const string Nobody = "01890a5d-ac96-774b-bcce-b302099a8057";

    private const string Insert =
        """
        insert into ashlar_flow_instances (id, definition, version, key, status, state, started_at)
        values ('01890a5d-ac96-774b-bcce-b302099a8057', 'Support.AnswerPromise', 1, '4:A 17', 'Running', '{}', 0)
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    public async Task Instances_are_listed_and_what_cannot_be_done_is_a_finding()
    {
        var system = _folder.PathOf("helpdesk");
        var example = Checkout.PathOf("examples/helpdesk");
        await ProcessRun.Bash($"mkdir '{system}' && cd '{example}' && cp -r model custom '{system}'");
        var database = _folder.PathOf("helpdesk.db");
        var missing = await ProcessRun.Ashlar("flow", "list", system, "--database", database);
        Assert.Equal((3, false), (missing.Code, File.Exists(database)));
        Assert.Contains("There is no such file.", missing.Out, StringComparison.Ordinal);

        var migrated = await ProcessRun.Ashlar("migrate", system, "--database", database);
        Assert.True(migrated.Code == 0, migrated.Out + migrated.Error);
        await using (var connection = new SqliteConnection($"Data Source={database}"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = Insert;
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var listed = await ProcessRun.Ashlar("flow", "list", system, "--database", database, "--json");
        using var json = JsonDocument.Parse(listed.Out);
        var instance = Assert.Single(json.RootElement.GetProperty("flow").GetProperty("instances").EnumerateArray());
        Assert.Equal("Support.AnswerPromise", instance.GetProperty("workflow").GetString());

        var refused = await ProcessRun.Ashlar(
            "flow", "retry", system, "--database", database, "--of", Nobody, "--because", "it = \"fine\" now");
        Assert.Equal(3, refused.Code);
        Assert.Contains("Nothing is to be decided there.", refused.Out, StringComparison.Ordinal);
    }
}
