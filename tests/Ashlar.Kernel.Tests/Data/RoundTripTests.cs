using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Data;

public sealed class RoundTripTests(PostgresServer server)
{
    private const string Tables =
        """
        create table shelves (id integer primary key, name text not null);
        create table books (
          id integer primary key,
          title text not null,
          shelf integer not null references shelves (id) deferrable initially deferred
        );
        insert into shelves values (1, 'Poetry');
        insert into books values (1, 'Odes', 1), (2, 'Sonnets', 1);
        """;

    private static readonly Statement Insert =
        new("insert into books (id, title, shelf) values ($1, $2, $3) returning title");

    private static readonly Statement Rename = new("update books set title = $2 where id = $1 returning title");

    private static readonly Statement FindShelf = new("select name from shelves where id = $1");

    private static readonly Statement FindBooks = new("select title from books where shelf = $1 order by id");

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_change_gives_its_row_and_stays(DatabaseKind kind)
    {
        await using var database = await CreateAsync(kind);
        await using (var session = await database.WriteAsync())
        {
            Assert.Equal(new(IsDone: true, "Epics"), await session.ChangeAsync(Insert, rows => rows.Text(0), 3, "Epics", 1));
            Assert.Equal(new(IsDone: true, null), await session.ChangeAsync(Rename, _ => (string?)null, 3, "Fables"));
            Assert.Equal(default, await session.ChangeAsync(Rename, rows => rows.Text(0), 9, "Nothing"));
        }

        Assert.Equal(["Odes", "Sonnets", "Fables"], await TitlesAsync(database));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_constraint_that_breaks_after_the_row_was_given_is_told(DatabaseKind kind)
    {
        await using var database = await CreateAsync(kind);
        await using (var session = await database.WriteAsync())
        {
            await Assert.ThrowsAsync<ConstraintViolationException>(
                async () => await session.ChangeAsync(Insert, rows => rows.Text(0), 3, "Epics", 99));
        }

        Assert.Equal(["Odes", "Sonnets"], await TitlesAsync(database));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Queries_together_answer_in_their_order(DatabaseKind kind)
    {
        await using var database = await CreateAsync(kind);
        await using var session = await database.ReadAsync();
        var before = database.Database.StatementCount;
        await using (var answers = await session.QueryTogetherAsync(new(FindShelf, 1), new(FindBooks, 1), new(FindShelf, 2)))
        {
            Assert.Equal("Poetry", await answers.FirstAsync(rows => rows.Text(0)));
            Assert.Equal(["Odes", "Sonnets"], await answers.ListAsync(rows => rows.Text(0)));
            Assert.Null(await answers.FirstAsync(rows => rows.Text(0)));
        }

        Assert.Equal(3, database.Database.StatementCount - before);
        Assert.Equal(["Odes", "Sonnets"], await session.ListAsync(FindBooks, rows => rows.Text(0), 1));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Answers_may_be_left_unread(DatabaseKind kind)
    {
        await using var database = await CreateAsync(kind);
        await using var session = await database.ReadAsync();
        await using (var answers = await session.QueryTogetherAsync(new(FindShelf, 7), new(FindBooks, 1)))
        {
            Assert.Null(await answers.FirstAsync(rows => rows.Text(0)));
        }

        Assert.Equal(["Odes", "Sonnets"], await session.ListAsync(FindBooks, rows => rows.Text(0), 1));
    }

    private async Task<TestDatabase> CreateAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind, server);
        await database.RunAsync(Tables, Tables);
        return database;
    }

    private static async Task<List<string>> TitlesAsync(TestDatabase database)
    {
        await using var session = await database.ReadAsync();
        return await session.ListAsync(FindBooks, rows => rows.Text(0), 1);
    }
}
