namespace Ashlar.EndToEnd.Rules;

/// <summary>A check that compares a row with what it was is the database's, and has the same name on both.</summary>
[Collection(SharedDepot.Name)]
public sealed class ChangeCheckTests(DepotRuns runs)
{
    public static TheoryData<string> Databases => DepotRuns.Databases;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_change_that_breaks_it_is_refused_by_its_name_and_a_new_row_has_nothing_before_it(string database)
    {
        var depot = await runs.On(database);
        var pallet = await depot.Post("/api/pallets", """{ "length": 5, "width": 2 }""");
        var path = "/api/pallets/" + pallet.Id;

        var shorter = await depot.Patch(path, pallet.Version, """{ "length": 4, "width": 1 }""");
        var longer = await depot.Patch(path, pallet.Version, """{ "length": 6, "width": 1 }""");

        Assert.Equal((201, 422, "grows", 200), (pallet.Status, shorter.Status, shorter.Code, longer.Status));
    }
    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_change_of_nothing_breaks_no_rule_about_changes_and_sets_nothing(string database)
    {
        var depot = await runs.On(database);
        var pallet = await depot.Post("/api/pallets", """{ "length": 5, "width": 2 }""");
        var path = "/api/pallets/" + pallet.Id;

        var nothing = await depot.Patch(path, pallet.Version, "{}");
        var same = await depot.Patch(path, pallet.Version, """{ "width": 2 }""");
        var late = await depot.Patch(path, "\"9\"", "{}");

        Assert.Equal((200, pallet.Version), (nothing.Status, nothing.Version));
        Assert.Equal(pallet.Json.ToString(), nothing.Json.ToString());
        Assert.Equal((422, "turns", 412), (same.Status, same.Code, late.Status));
    }
}
