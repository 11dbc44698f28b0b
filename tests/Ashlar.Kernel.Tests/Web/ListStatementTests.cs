using System.Text.Json;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;
using Microsoft.AspNetCore.Http;

namespace Ashlar.Kernel.Tests.Web;

public sealed class ListStatementTests(PostgresServer server)
{
    private const string PostgresTable =
        "create table things (id uuid primary key, name text collate \"C\" not null, price numeric(10, 2) not null, due date)";

    private const string SqliteTable =
        "create table things (id text primary key not null, name text not null, price integer not null, due text) strict";

    private static readonly ListStatement List = new()
    {
        Select = "name, price, due",
        From = "things",
        Where = "price >= $3",
        Id = "id",
        Filters = ["name >= $1", "price <= $2"],
        Sorts =
        [
            new("name", "name", ValueKind.Text),
            new("price", "price", ValueKind.Decimal, Scale: 2),
            new("due", "due", ValueKind.Date, IsOptional: true),
        ],
        PageSize = 7,
        MaxPageSize = 50,
    };

    public static TheoryData<DatabaseKind, string> Orders()
    {
        var data = new TheoryData<DatabaseKind, string>();
        foreach (var kind in Enum.GetValues<DatabaseKind>())
        {
            data.AddRange(((string[])["", "sort=name", "sort=-name", "sort=price", "sort=-price", "sort=due", "sort=-due"])
                .Select(sort => new TheoryDataRow<DatabaseKind, string>(kind, sort)));
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Pages_put_together_are_the_whole_list(DatabaseKind kind, string sort)
    {
        await using var database = await TestDatabase.CreateAsync(kind, server);
        await FillAsync(database);

        var all = await PageAsync(database, sort + "&limit=50");
        var collected = new List<Thing>();
        string? next = null;
        do
        {
            var page = await PageAsync(database, sort + (next is null ? "" : "&after=" + next));
            Assert.True(page.Items.Count is > 0 and <= 7);
            collected.AddRange(page.Items);
            next = page.Next;
        }
        while (next is not null);

        Assert.Equal(50, collected.DistinctBy(item => item.Id).Count());
        Assert.Equal(all.Items, collected);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Null_is_larger_than_every_value(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, server);
        await FillAsync(database);

        Assert.Null((await PageAsync(database, "sort=due&limit=50")).Items[^1].Due);
        Assert.NotNull((await PageAsync(database, "sort=due&limit=50")).Items[0].Due);
        Assert.Null((await PageAsync(database, "sort=-due&limit=50")).Items[0].Due);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_filter_counts_only_when_it_has_a_value(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind, server);
        await FillAsync(database);
        await using var session = await database.ReadAsync();

        var few = await List.QueryAsync(
            session, Query("limit=50").Page(List), Thing.Read, [(string?)null, Value.Decimal(2, 2)], Value.Decimal(1, 2));

        Assert.Equal([1m, 2m], few.Items.Select(item => item.Price).Distinct().Order());
    }

    [Theory]
    [InlineData("sort=nope", "sort")]
    [InlineData("sort=--name", "sort")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=51", "limit")]
    [InlineData("limit=x", "limit")]
    [InlineData("after=x", "after")]
    [InlineData("after=%00", "after")]
    [InlineData("sort=name&sort=name", "sort")]
    [InlineData("nope=1", "nope")]
    [InlineData("Sort=name", "Sort")]
    public void A_wrong_parameter_is_refused(string text, string name)
    {
        var query = Query(text);
        query.Page(List);

        Assert.Equal(name, Assert.Single(query.Refusal?.Errors ?? []).Field);
    }

    [Fact]
    public void A_cursor_holds_for_one_sort()
    {
        var cursor = new Cursor("name", "x", Guid.NewGuid()).Encode();

        Assert.NotNull(Cursor.Decode(cursor, "name", ValueKind.Text, 0));
        Assert.Null(Cursor.Decode(cursor, "-name", ValueKind.Text, 0));
        Assert.Null(Cursor.Decode(cursor, "price", ValueKind.Decimal, 2));
    }

    [Theory]
    [InlineData("999999999999999999999")]
    [InlineData("1.234")]
    [InlineData("x")]
    public void A_forged_cursor_is_refused_and_no_error(string key)
    {
        var forged = new Cursor("price", key, Guid.NewGuid()).Encode();

        Assert.Null(Cursor.Decode(forged, "price", ValueKind.Decimal, 2));
    }

    private static async Task FillAsync(TestDatabase database)
    {
        await database.RunAsync(PostgresTable, SqliteTable);
        await using var session = await database.WriteAsync();
        var random = new Random(7);
        string[] names = ["a", "A", "\u00e9", "\uFFFD", "\U0001F600", "a b", "a'", ""];
        await session.ExecuteManyAsync(
            new("insert into things values ($1, $2, $3, $4)"),
            [
                .. Enumerable.Range(0, 50).Select(i => new Value[]
                {
                    Guid.CreateVersion7(), names[random.Next(names.Length)], Value.Decimal(random.Next(1, 5), 2),
                    i % 3 == 0 ? (DateOnly?)null : new DateOnly(2026, 1, random.Next(1, 4)),
                }),
            ]);
    }

    private static async Task<Page<Thing>> PageAsync(TestDatabase database, string text)
    {
        await using var session = await database.ReadAsync();
        var query = Query(text);
        var page = query.Page(List);
        Assert.Null(query.Refusal);
        return await List.QueryAsync(session, page, Thing.Read, [(string?)null, Value.Decimal(null, 2)], Value.Decimal(0, 2));
    }

    private static ListQuery Query(string text) => new(new QueryString("?" + text));

    private sealed record Thing(Guid Id, string Name, decimal Price, DateOnly? Due) : IShape
    {
        public static Thing Read(Rows rows) => new(
            rows.Uuid(rows.Columns - 1), rows.Text(0), rows.Decimal(1, 2), rows.DateOrNull(2));

        public void Write(Utf8JsonWriter json) => json.WriteStringValue(Name);
    }
}
