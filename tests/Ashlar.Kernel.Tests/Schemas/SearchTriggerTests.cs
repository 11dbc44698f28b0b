using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Schemas;

/// <summary>The words that a row is found by follow the row and the rows that it refers to, whoever writes them.</summary>
public sealed class SearchTriggerTests(PostgresServer server)
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_row_is_found_by_what_it_and_its_references_say_now(DatabaseKind kind)
    {
        await using var schema = await SchemaDatabase.CreateAsync(
            kind, server, "bookshop", BookshopRows.Accounts, BookshopRows.All);
        Assert.Equal((1, 0), await FoundAsync(schema, "bronte wuther", "ellis"));

        await schema.ExecuteAsync("update catalog_authors set name = 'Ellis Bell'");
        Assert.Equal((1, 0), await FoundAsync(schema, "ellis heights", "bronte"));

        await schema.ExecuteAsync("update catalog_books set title = 'The Moors'");
        Assert.Equal((1, 0), await FoundAsync(schema, "moors", "heights"));

        await schema.ExecuteAsync("delete from ordering_order_lines");
        await schema.ExecuteAsync("delete from catalog_books");
        Assert.Equal((0, 0), await FoundAsync(schema, "moors", "heights"));
    }

    private static async Task<(long First, long Second)> FoundAsync(SchemaDatabase schema, string first, string second) =>
        (await FoundAsync(schema, first), await FoundAsync(schema, second));

    private static Task<long> FoundAsync(SchemaDatabase schema, string words) => schema.CountAsync(
        schema.IsPostgres
            ? "catalog_books where search_words @@ search_query($1)"
            : "catalog_books_search where catalog_books_search match search_query($1)",
        words);
}
