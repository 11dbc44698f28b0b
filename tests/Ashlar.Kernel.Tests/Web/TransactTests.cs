using System.Text.Json;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Kernel.Tests.Hosting;
using Ashlar.Testing;
using Npgsql;

namespace Ashlar.Kernel.Tests.Web;

/// <summary>Lamps are put out by works that run at once: what holds for each alone holds for all together.</summary>
public sealed class TransactTests(PostgresServer server)
{
    private static readonly Statement IsLit = new("select is_lit from lamps where name = $1");
    private static readonly Statement CountLit = new("select count(*) from lamps where is_lit");
    private static readonly Statement Changes = new("select sum(changes) from lamps");
    private static readonly Statement PutOut = new(
        postgres: "update lamps set is_lit = false, changes = changes + 1 where name = $1",
        sqlite: "update lamps set is_lit = 0, changes = changes + 1 where name = $1");

    private static readonly Refusal Dark = Refusal.StateConflict("The lamp is out.", "Lit");

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Of_many_works_that_leave_one_state_one_is_done(DatabaseKind kind)
    {
        var allRead = new Meeting(kind == DatabaseKind.Postgres ? 20 : 1);
        await using var system = await StartAsync(kind, async work =>
        {
            await work.Session.FlagAsync(IsLit, "left");
            await allRead.ArriveAsync();
            return await PutOutAsync(work, "left");
        });

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PostAsync(system)));

        Assert.Single(answers, answer => answer.Status == 204);
        Assert.Equal(19, answers.Count(answer => answer is { Status: 409, Code: "state-conflict" }));
        Assert.Equal(1L, await AskAsync(system, Changes));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_state_conflict_says_which_states_would_do(DatabaseKind kind)
    {
        await using var system = await StartAsync(kind, work => PutOutAsync(work, "left"));
        await PostAsync(system);

        var answer = await PostAsync(system);

        Assert.Equal("The lamp is out.", (string?)answer.Json?["title"]);
        Assert.Equal("""["Lit"]""", answer.Json?["allowed"]?.ToJsonString());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Two_works_that_each_read_what_the_other_changes_do_not_both_succeed(DatabaseKind kind)
    {
        var bothRead = new Meeting(kind == DatabaseKind.Postgres ? 2 : 1);
        await using var system = await StartAsync(kind, async work =>
        {
            if (await work.Session.ListAsync(CountLit, rows => rows.Long(0)) is not [2])
            {
                return Dark;
            }

            await bothRead.ArriveAsync();
            await work.Session.ExecuteAsync(PutOut, work.Caller.IsSignedIn ? "left" : "right");
            return Reply.NoContent();
        });
        var (token, _) = await system.SignedInAsync("ann@example.com");

        var answers = await Task.WhenAll(PostAsync(system, token), PostAsync(system));

        Assert.Equal([204, 409], answers.Select(answer => answer.Status).Order());
        Assert.Equal(1L, await AskAsync(system, CountLit));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_refusal_leaves_no_trace(DatabaseKind kind)
    {
        await using var system = await StartAsync(kind, async work =>
        {
            await work.Session.ExecuteAsync(PutOut, "left");
            return Dark;
        });
        var before = system.Database.CommitCount;

        Assert.Equal(409, (await PostAsync(system)).Status);

        Assert.Equal(0L, await AskAsync(system, Changes));
        Assert.Equal(before, system.Database.CommitCount);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_reply_is_one_commit(DatabaseKind kind)
    {
        await using var system = await StartAsync(kind, work => PutOutAsync(work, "left"));
        var (commits, statements) = (system.Database.CommitCount, system.Database.StatementCount);

        Assert.Equal(204, (await PostAsync(system)).Status);

        Assert.Equal(1, system.Database.CommitCount - commits);
        Assert.Equal(2, system.Database.StatementCount - statements);
    }

    [Fact]
    public async Task A_work_that_always_conflicts_is_given_up_after_some_attempts()
    {
        var moments = new List<DateTimeOffset>();
        await using var system = await StartAsync(DatabaseKind.Postgres, work =>
        {
            moments.Add(work.Now);
            throw new PostgresException("could not serialize", "ERROR", "ERROR", PostgresErrorCodes.SerializationFailure);
        });

        var answer = await PostAsync(system);

        Assert.Equal((503, "unavailable", "1"), (answer.Status, answer.Code, answer.Header("Retry-After")));
        Assert.Equal(6, moments.Count);
        Assert.Single(moments.Distinct());
    }

    [Fact]
    public async Task A_work_that_runs_again_is_on_behalf_of_a_caller_who_is_still_signed_in()
    {
        var attempts = 0;
        var signOut = () => Task.CompletedTask;
        await using var system = await StartAsync(DatabaseKind.Postgres, async work =>
        {
            await work.Session.ListAsync(IsLit, rows => rows.Bool(0), "left");
            if (attempts++ == 0)
            {
                await signOut();
                throw new PostgresException("could not serialize", "ERROR", "ERROR", PostgresErrorCodes.SerializationFailure);
            }

            return await PutOutAsync(work, "left");
        });
        var (token, _) = await system.SignedInAsync("ann@example.com");
        await system.SendAsync(HttpMethod.Get, "/api/notes/x", token: token);
        signOut = () => system.SendAsync(HttpMethod.Post, "/api/sign-out", token: token);

        Assert.Equal("token-refused", (await PostAsync(system, token)).Code);

        Assert.Equal(0L, await AskAsync(system, Changes));
        Assert.Equal(1, attempts);
    }

    [Theory]
    [InlineData(null, """{"version":null}""")]
    [InlineData("*", """{"version":null}""")]
    [InlineData("\"3\"", """{"version":3}""")]
    [InlineData("\"03\"", "stale")]
    [InlineData("3", "invalid")]
    public async Task An_action_may_be_meant_for_a_version(string? header, string expected)
    {
        await using var system = await RunningSystem.StartWithAsync(
            DatabaseKind.Sqlite,
            server,
            api => api.Post("/version", "version", call =>
                Task.FromResult<IReply>(call.OptionalIfMatch() is var match && match.Refusal is { } refusal
                    ? refusal
                    : Reply.Ok(new Version(match.Version)))));
        using var request = RunningSystem.Request(HttpMethod.Post, "/api/version");
        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", header);
        }

        var answer = await system.SendAsync(request);

        Assert.Equal(expected, answer.Code ?? answer.Text);
    }

    private static async Task<IReply> PutOutAsync(UnitOfWork work, string lamp)
    {
        if (await work.Session.FlagAsync(IsLit, lamp) is not true)
        {
            return Dark;
        }

        await work.Session.ExecuteAsync(PutOut, lamp);
        return Reply.NoContent();
    }

    private static async Task<long> AskAsync(RunningSystem system, Statement statement)
    {
        await using var session = await system.Database.ReadAsync(TestContext.Current.CancellationToken);
        return Assert.Single(await session.ListAsync(statement, rows => rows.Long(0)));
    }

    private static Task<Answer> PostAsync(RunningSystem system, string? token = null) =>
        system.SendAsync(HttpMethod.Post, "/api/work", token: token);

    private Task<RunningSystem> StartAsync(DatabaseKind kind, Func<UnitOfWork, Task<IReply>> work) =>
        RunningSystem.StartWithAsync(kind, server, api => api.Post("/work", "work", call => call.TransactAsync(work)));

    private sealed record Version(long? Number) : IShape
    {
        public void Write(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            json.WriteLong("version"u8, Number);
            json.WriteEndObject();
        }
    }
}
