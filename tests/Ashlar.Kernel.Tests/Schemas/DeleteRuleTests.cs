using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Schemas;

/// <summary>What deleting a row does to those that refer to it is done by the database, whoever deletes.</summary>
public sealed class DeleteRuleTests(PostgresServer server)
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite, "catalog_authors")]
    [InlineData(DatabaseKind.Postgres, "catalog_authors")]
    [InlineData(DatabaseKind.Sqlite, "customers_accounts")]
    [InlineData(DatabaseKind.Postgres, "customers_accounts")]
    [InlineData(DatabaseKind.Sqlite, "catalog_books")]
    [InlineData(DatabaseKind.Postgres, "catalog_books")]
    public async Task Restrict_keeps_a_row_that_others_need(DatabaseKind kind, string table)
    {
        await using var schema = await BookshopAsync(kind);

        var refused = await Assert.ThrowsAsync<ConstraintViolationException>(() => schema.ExecuteAsync($"delete from {table}"));

        Assert.Equal(ViolationKind.InUse, refused.Kind);
        Assert.Equal(1, await schema.CountAsync(table));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Clear_leaves_the_row_without_its_reference(DatabaseKind kind)
    {
        await using var schema = await BookshopAsync(kind);

        await schema.ExecuteAsync("delete from catalog_publishers");

        Assert.Equal(1, await schema.CountAsync("catalog_books where publisher_id is null"));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Rows_that_belong_to_a_row_go_with_it_and_cascade_takes_those_that_refer_to_it(DatabaseKind kind)
    {
        await using var schema = await BookshopAsync(kind);

        await schema.ExecuteAsync("delete from ordering_orders");
        Assert.Equal(0, await schema.CountAsync("ordering_order_lines"));

        await schema.ExecuteAsync("delete from catalog_books");
        Assert.Equal(0, await schema.CountAsync("ordering_reviews"));
        Assert.Equal(0, await schema.CountAsync("catalog_books_tags"));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Links_vanish_with_either_end_and_references_do_what_they_say(DatabaseKind kind)
    {
        await using var schema = await SchemaDatabase.CreateAsync(
            kind, server, "helpdesk", HelpdeskRows.Accounts, HelpdeskRows.All);

        await schema.ExecuteAsync("delete from organisations_accounts where id = $1", HelpdeskRows.AgentId);

        Assert.Equal(0, await schema.CountAsync("support_tickets_watchers"));
        Assert.Equal(0, await schema.CountAsync("support_shifts"));
        Assert.Equal(1, await schema.CountAsync("support_tickets where assignee_id is null"));
        Assert.Equal(1, await schema.CountAsync("support_products where lead_id is null"));
    }

    private Task<SchemaDatabase> BookshopAsync(DatabaseKind kind) =>
        SchemaDatabase.CreateAsync(kind, server, "bookshop", BookshopRows.Accounts, BookshopRows.All);
}
