using System.Net.Http.Headers;
using System.Text.Json;
using Ashlar.EndToEnd.Tool;
using Ashlar.Testing;

namespace Ashlar.EndToEnd.Examples;

/// <summary>What the examples do, beyond one request after the other: all at once, and when the process is killed.</summary>
public sealed class ExampleActionTests(PostgresServer postgres) : IDisposable
{
    private const int Attempts = 20;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("bookshop")]
    [InlineData("helpdesk")]
    [InlineData("conduit")]
    public async Task The_scenarios_happen_as_they_are_written_on_both_databases(string example)
    {
        _folder.WithModelOf(example);
        var address = await postgres.CreateDatabaseAsync();

        var played = await ProcessRun.Ashlar("test", _folder.Root, "--database", address, "--json");

        var answer = JsonDocument.Parse(played.Out).RootElement;
        Assert.Empty(answer.GetProperty("diagnostics").EnumerateArray().Select(found => found.ToString()));
        Assert.NotEmpty(answer.GetProperty("scenarios").EnumerateArray());
        Assert.All(answer.GetProperty("scenarios").EnumerateArray(), one => Assert.True(one.GetProperty("passed").GetBoolean()));
        Assert.Equal(0, played.Code);
    }

    [Fact]
    public async Task A_scenario_that_does_not_happen_points_at_its_step()
    {
        _folder.WithModelOf("bookshop");
        var file = _folder.PathOf("model/acceptance.ashlar");
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var wrong = text.Replace("novel.stock == 42", "novel.stock == 43", StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, wrong, TestContext.Current.CancellationToken);

        var played = await ProcessRun.Ashlar("test", _folder.Root, "--only", "fills the shelf", "--json");

        var found = Assert.Single(JsonDocument.Parse(played.Out).RootElement.GetProperty("diagnostics").EnumerateArray());
        Assert.Equal("scenario-fails", found.GetProperty("code").GetString());
        Assert.Equal(
            Array.FindIndex(text.Split('\n'), line => line.Contains("novel.stock == 42", StringComparison.Ordinal)) + 1,
            found.GetProperty("line").GetInt32());
        Assert.Contains("novel.stock is 42", found.GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(1, played.Code);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_a_finding_without_its_password()
    {
        _folder.WithModelOf("bookshop");

        var played = await ProcessRun.Ashlar(
            "test", _folder.Root, "--database", "postgres://shop:s3cret@127.0.0.1:1/shop", "--json");

        var found = Assert.Single(JsonDocument.Parse(played.Out).RootElement.GetProperty("diagnostics").EnumerateArray());
        Assert.Equal("database-unavailable", found.GetProperty("code").GetString());
        Assert.Contains("postgres://shop@127.0.0.1:1/shop", found.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", played.Out + played.Error, StringComparison.Ordinal);
        Assert.Equal(3, played.Code);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_twenty_attempts_at_one_transition_one_succeeds(bool isPostgres)
    {
        await using var run = await Start(isPostgres);
        var reader = await Requests.SignIn(run, "ann@reader.example");
        var draft = await Draft(run, reader);

        var answers = await Task.WhenAll(Enumerable.Range(0, Attempts).Select(_ => Place(run, reader, draft)));

        Assert.Equal(1, answers.Count(status => status == 200));
        Assert.Equal(Attempts - 1, answers.Count(status => status == 409));
        Assert.Single(await Messages(run, reader, atLeast: 1));
    }

    [Fact]
    public async Task What_was_told_before_the_process_is_killed_is_handled_once_when_it_is_back()
    {
        var run = await Start(isPostgres: false);
        var reader = await Requests.SignIn(run, "ann@reader.example");
        Assert.Equal(200, await Place(run, reader, await Draft(run, reader)));
        await run.DisposeAsync();

        await using var again = await LiveRun.Start(_folder.Root);
        Assert.Single(await Messages(again, await Requests.SignIn(again, "ann@reader.example"), atLeast: 1));
    }

    private static async Task<string> Draft(LiveRun run, string token)
    {
        var drafts = await Requests.Json(run, HttpMethod.Get, "/api/orders?status=Draft", token);
        return drafts.GetProperty("items")[0].GetProperty("id").GetString() ?? "";
    }

    private static async Task<int> Place(LiveRun run, string token, string order)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/orders/{order}/place-order");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await run.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }

    /// <summary>The messages that a reader has got, once there are so many; the test's time ends what never comes.</summary>
    private static async Task<List<JsonElement>> Messages(LiveRun run, string token, int atLeast)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        time.CancelAfter(TimeSpan.FromMinutes(1));
        while (true)
        {
            var answer = await Requests.Json(run, HttpMethod.Get, "/api/messages", token);
            var messages = answer.GetProperty("items").EnumerateArray().ToList();
            if (messages.Count >= atLeast)
            {
                return messages;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), time.Token);
        }
    }

    private async Task<LiveRun> Start(bool isPostgres)
    {
        _folder.WithModelOf("bookshop");
        return isPostgres
            ? await LiveRun.Start(_folder.Root, "--database", await postgres.CreateDatabaseAsync())
            : await LiveRun.Start(_folder.Root);
    }
}
