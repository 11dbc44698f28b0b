namespace Ashlar.EndToEnd.Rules;

/// <summary>A check over lists is broken from the side of its items too, and both databases then name the same check.</summary>
[Collection(SharedDepot.Name)]
public sealed class ListCheckTests(DepotRuns runs)
{
    public static TheoryData<string> Databases => DepotRuns.Databases;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_owner_s_request_is_told_which_check_its_list_breaks(string database)
    {
        var depot = await runs.On(database);
        var answer = await depot.Post("/api/crates", """
            { "name": "too heavy", "height": 1, "depth": 1, "parts": [{ "weight": 900 }, { "weight": 101 }] }
            """);

        Assert.Equal((422, "light"), (answer.Status, answer.Code));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_change_of_an_item_that_breaks_the_owner_s_check_is_refused_when_it_is_committed(string database)
    {
        var depot = await runs.On(database);
        var part = await PartOf(depot, await depot.Crate("changed item", 500, 500));

        var refused = await depot.Patch("/api/parts/" + part.Id, part.Version, """{ "weight": 501 }""");

        Assert.Equal((422, "light"), (refused.Status, refused.Code));
        Assert.Equal(500, (await depot.Get("/api/parts/" + part.Id)).Json.GetProperty("weight").GetInt32());
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_deletion_of_an_item_that_breaks_the_owner_s_check_is_refused(string database)
    {
        var depot = await runs.On(database);
        var part = await PartOf(depot, await depot.Crate("deleted item", 12, 7));

        var refused = await depot.Delete("/api/parts/" + part.Id, part.Version);

        Assert.Equal((422, "heavy"), (refused.Status, refused.Code));
        Assert.Equal(200, (await depot.Get("/api/parts/" + part.Id)).Status);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_check_over_the_lists_of_items_looks_at_changes_of_these_lists(string database)
    {
        var depot = await runs.On(database);
        var part = await PartOf(depot, await depot.Crate("marked item", 20));

        var refused = await depot.Patch("/api/parts/" + part.Id, part.Version, """{ "marks": ["a", "b", "c"] }""");
        Assert.Equal((422, "marked"), (refused.Status, refused.Code));

        var changed = await depot.Patch("/api/parts/" + part.Id, part.Version, """{ "marks": ["a", "b"] }""");
        Assert.Equal(200, changed.Status);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_owner_goes_with_its_items_whatever_its_checks(string database)
    {
        var depot = await runs.On(database);
        var crate = await depot.Crate("short-lived", 10);

        Assert.Equal(204, (await depot.Delete("/api/crates/" + crate.Id, crate.Version)).Status);
    }

    private static async Task<Answer> PartOf(Depot depot, Answer crate)
    {
        var id = crate.Json.GetProperty("parts")[0].GetProperty("id").GetString();
        return await depot.Get("/api/parts/" + id);
    }
}
