using Ashlar.Kernel.Tests.Data;
using Ashlar.Kernel.Tests.Hosting;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Identity;

/// <summary>
/// Passwords in works: no transaction waits for a hash, what was done before is undone, and the work runs again.
/// </summary>
public sealed class PasswordWorkTests(PostgresServer server)
{
    private const string Email = "ann@example.com";
    private const string Password = "tidal pool 42";

    private static readonly Refusal Wrong = Refusal.Check("bad-login", "Wrong.", status: 401);
    private static readonly Statement Find = new("select id, password from accounts where email = $1");
    private static readonly Statement SetPassword = new("update accounts set password = $2 where email = $1");
    private static readonly Statement Passwords = new("select password from accounts where email = $1");
    private static readonly Statement Rename = new("update accounts set email = $2 where email = $1");
    private static readonly Statement Accounts = new("select count(*) from accounts where email = $1");

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_was_done_before_the_hash_is_done_once(DatabaseKind kind)
    {
        var runs = 0;
        var seen = new List<long>();
        await using var system = await StartAsync(kind, async work =>
        {
            runs++;
            seen.AddRange(await work.Session.ListAsync(Accounts, rows => rows.Long(0), Email));
            await work.Session.ExecuteAsync(Rename, Email, "eve@example.com");
            await work.Session.ExecuteAsync(SetPassword, "eve@example.com", work.HashOf("another pool 43"));
            return Reply.NoContent();
        });
        await system.SignedInAsync(Email);

        var answer = await PostAsync(system);

        Assert.Equal((204, 2), (answer.Status, runs));
        Assert.Equal([1L, 1L], seen);
        Assert.Equal(200, (await SignInAsync(system, "eve@example.com", "another pool 43")).Status);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Two_passwords_are_two_more_runs_and_no_attempts_of_the_work(DatabaseKind kind)
    {
        var runs = 0;
        await using var system = await StartAsync(kind, async work =>
        {
            runs++;
            foreach (var number in Enumerable.Range(0, Conflict.MostAttempts + 1))
            {
                await work.Session.ExecuteAsync(SetPassword, Email, work.HashOf($"tidal pool number {number}"));
            }

            return Reply.NoContent();
        });
        await system.SignedInAsync(Email);

        Assert.Equal(204, (await PostAsync(system)).Status);
        Assert.Equal(Conflict.MostAttempts + 2, runs);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, Password, 204)]
    [InlineData(DatabaseKind.Sqlite, "tidal pool 43", 401)]
    [InlineData(DatabaseKind.Postgres, Password, 204)]
    [InlineData(DatabaseKind.Postgres, "tidal pool 43", 401)]
    public async Task A_verdict_is_about_the_password_that_the_account_has(DatabaseKind kind, string password, int status)
    {
        await using var system = await StartAsync(kind, async work =>
        {
            var (_, refused) = await work.AuthenticateAsync(Find, Wrong, Email, password);
            return refused ?? (IReply)Reply.NoContent();
        });
        await system.SignedInAsync(Email);

        Assert.Equal(status, (await PostAsync(system)).Status);
    }

    [Fact]
    public async Task A_refusal_after_the_hash_leaves_the_password_as_it_was()
    {
        await using var system = await StartAsync(DatabaseKind.Sqlite, async work =>
        {
            await work.Session.ExecuteAsync(SetPassword, Email, work.HashOf("another pool 43"));
            return Refusal.Forbidden;
        });
        await system.SignedInAsync(Email);
        var before = await PasswordAsync(system);

        Assert.Equal(403, (await PostAsync(system)).Status);
        Assert.Equal(before, await PasswordAsync(system));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_new_password_ends_the_other_sessions_of_the_account(DatabaseKind kind)
    {
        await using var system = await StartAsync(kind, async work =>
        {
            await work.Session.ExecuteAsync(SetPassword, Email, work.HashOf("another pool 43"));
            await work.EndOtherSessionsAsync(work.Caller.Id ?? Guid.Empty);
            return Reply.NoContent();
        });
        var (other, _) = await system.SignedInAsync(Email);
        var (own, _) = await system.SignedInAsync(Email);
        var (bob, _) = await system.SignedInAsync("bob@example.com");

        Assert.Equal(204, (await PostAsync(system, own)).Status);

        Assert.Equal(401, (await system.SendAsync(HttpMethod.Get, "/api/notes/x", token: other)).Status);
        Assert.Equal(404, (await system.SendAsync(HttpMethod.Get, "/api/notes/x", token: own)).Status);
        Assert.Equal(404, (await system.SendAsync(HttpMethod.Get, "/api/notes/x", token: bob)).Status);
    }

    private Task<RunningSystem> StartAsync(DatabaseKind kind, Func<UnitOfWork, Task<IReply>> work) =>
        RunningSystem.StartWithAsync(kind, server, api => api.Post("/work", "Work", call => call.TransactAsync(work)));

    private static Task<Answer> PostAsync(RunningSystem system, string? token = null) =>
        system.SendAsync(HttpMethod.Post, "/api/work", "{}", token);

    private static Task<Answer> SignInAsync(RunningSystem system, string email, string password) =>
        system.SendAsync(HttpMethod.Post, "/api/sign-in", RunningSystem.Credentials(email, password));

    private static async Task<string> PasswordAsync(RunningSystem system)
    {
        await using var session = await system.Database.ReadAsync(TestContext.Current.CancellationToken);
        return await session.FirstAsync(Passwords, rows => rows.Text(0), Email) ?? "";
    }
}
