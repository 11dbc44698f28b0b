using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Data;

public sealed class SessionTests(PostgresServer server)
{
    private const string Table =
        "create table counters (id integer primary key, value integer not null); insert into counters values (1, 0)";

    private static readonly Statement Increment = new("update counters set value = value + 1 where id = 1");

    private static readonly Statement Read = new("select value from counters where id = 1");

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_is_not_committed_is_undone(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, server);
        await database.RunAsync(Table, Table);
        await using (var session = await database.BeginAsync())
        {
            await session.ExecuteAsync(Increment);
        }

        await using (var session = await database.BeginAsync())
        {
            await session.ExecuteAsync(Increment);
            await session.CommitAsync();
        }

        Assert.Equal(1, await ValueAsync(database));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Many_writers_lose_no_update(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, server);
        await database.RunAsync(Table, Table);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(async _ =>
        {
            await using var session = await database.WriteAsync();
            await session.ExecuteAsync(Increment);
        }));

        Assert.Equal(40, await ValueAsync(database));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_reader_sees_the_state_before_an_open_change(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, server);
        await database.RunAsync(Table, Table);
        await using var writer = await database.BeginAsync();
        await writer.ExecuteAsync(Increment);

        Assert.Equal(0, await ValueAsync(database));
    }

    [Fact]
    public async Task A_session_that_the_server_ended_while_it_froze_is_unavailable()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres, server);
        await database.RunAsync(Table, Table);
        await using var impatient = Kernel.Database.Open(
            database.ConnectionString + ";Options=-c idle_in_transaction_session_timeout=50");
        await using var frozen = await impatient.BeginAsync(TestContext.Current.CancellationToken);
        var process = await frozen.OneAsync(new("select pg_backend_pid()"), rows => rows.Int(0));
        while (await IsThereAsync(database, process))
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        var failure = await Assert.ThrowsAnyAsync<Exception>(async () => await frozen.ExecuteAsync(Increment));
        Assert.True(Unavailability.Is(failure), $"{failure}");
        Assert.Equal(0, await ValueAsync(database));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_deadline_ends_a_running_statement(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, server);
        using var deadline = new CancellationTokenSource();
        await using var session = await database.Database.ReadAsync(deadline.Token);
        deadline.CancelAfter(TimeSpan.FromMilliseconds(200));
        var endless = new Statement(
            postgres: "select pg_sleep(60)",
            sqlite: "with recursive n (i) as (select 1 union all select i + 1 from n) select count(*) from n");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await session.ListAsync(endless, rows => rows.IsNull(0)));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_connection_is_usable_after_a_deadline(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, server);
        await database.RunAsync(Table, Table);
        using (var over = new CancellationTokenSource())
        {
            await over.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            {
                await using var session = await database.Database.BeginAsync(over.Token);
                await session.ExecuteAsync(Increment);
            });
        }

        await using var next = await database.WriteAsync();
        Assert.Equal(1, await next.ExecuteAsync(Increment));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Statements_are_counted(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, server);
        await database.RunAsync(Table, Table);
        var before = database.Database.StatementCount;
        await using var session = await database.WriteAsync();

        await session.ExecuteAsync(Increment);
        await session.ListAsync(Read, rows => rows.Int(0));

        Assert.Equal(2, database.Database.StatementCount - before);
    }

    private static async Task<int> ValueAsync(TestDatabase database)
    {
        await using var session = await database.ReadAsync();
        return Assert.Single(await session.ListAsync(Read, rows => rows.Int(0)));
    }

    private static async Task<bool> IsThereAsync(TestDatabase database, int process)
    {
        await using var session = await database.ReadAsync();
        return await session.OneAsync(
            new("select exists (select 1 from pg_stat_activity where pid = $1)"), rows => rows.Bool(0), process);
    }
}
