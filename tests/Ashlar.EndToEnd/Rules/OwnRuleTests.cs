using Npgsql;

namespace Ashlar.EndToEnd.Rules;

/// <summary>
/// Checks over the row's own values are answered by the program itself where it has the values: here the database has
/// lost them. (That the database holds them too is what the tests of the schema see.)
/// </summary>
[Collection(SharedDepot.Name)]
public sealed class OwnRuleTests(DepotRuns runs)
{
    private const string LoseChecks = """
        alter table stock_pallets drop constraint if exists stock_pallets_long_check;
        alter table stock_boards drop constraint if exists stock_boards_thin_check;
        """;

    [Fact]
    public async Task A_broken_check_is_found_in_what_the_request_says()
    {
        var depot = await WithoutChecks();

        var wide = await depot.Post("/api/pallets", """{ "length": 1, "width": 2 }""");
        var thick = await depot.Post(
            "/api/pallets", """{ "length": 2, "width": 1, "boards": [{ "thick": 1, "wide": 2 }, { "thick": 2, "wide": 2 }] }""");

        Assert.Equal((422, "long"), (wide.Status, wide.Code));
        Assert.Equal((422, "thin"), (thick.Status, thick.Code));
    }

    [Fact]
    public async Task A_change_that_says_all_values_of_a_check_is_looked_at_and_any_other_is_the_database_s()
    {
        var depot = await WithoutChecks();
        var pallet = await depot.Post("/api/pallets", """{ "length": 1, "width": 1 }""");
        var path = "/api/pallets/" + pallet.Id;

        var wide = await depot.Patch(path, pallet.Version, """{ "length": 1, "width": 2 }""");
        var thick = await depot.Patch(path, pallet.Version, """{ "boards": [{ "thick": 3, "wide": 2 }] }""");
        var unknown = await depot.Patch("/api/pallets/" + Guid.Empty, pallet.Version, """{ "length": 1, "width": 2 }""");
        var partly = await depot.Patch(path, pallet.Version, """{ "width": 4 }""");

        Assert.Equal((422, "long"), (wide.Status, wide.Code));
        Assert.Equal((422, "thin"), (thick.Status, thick.Code));
        Assert.Equal((404, "not-found"), (unknown.Status, unknown.Code));
        Assert.Equal(200, partly.Status);
    }

    private async Task<Depot> WithoutChecks()
    {
        var depot = await runs.On("postgres");
        await using var source = NpgsqlDataSource.Create(depot.Connection);
        await using var command = source.CreateCommand(LoseChecks);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return depot;
    }
}
