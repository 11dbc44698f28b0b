using System.Text.Json;

namespace Ashlar.EndToEnd.Rules;

/// <summary>Defaults that the database works out: whole values, and results that do not fit their field.</summary>
[Collection(SharedDepot.Name)]
public sealed class DefaultTests(DepotRuns runs)
{
    public static TheoryData<string> Databases => DepotRuns.Databases;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_value_with_parts_has_the_default_of_the_model(string database)
    {
        var crate = await (await runs.On(database)).Crate("by default", 20);

        Assert.Equal("""{"street":"Quay 1","city":"Brest","floor":null}""", Part(crate, "home"));
        Assert.Equal("""{"street":"Quay 2","city":"Brest","floor":3}""", Part(crate, "next"));
        Assert.Equal("""{"street":"by default","city":"Lorient","floor":null}""", Part(crate, "copy"));
        var part = crate.Json.GetProperty("parts")[0];
        Assert.Equal(40, part.GetProperty("extra").GetInt32());
        Assert.Equal("""{"street":"Quay 9","city":"Brest","floor":null}""", part.GetProperty("shelf").GetRawText());
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_a_request_says_of_such_a_value_counts(string database)
    {
        var depot = await runs.On(database);
        var created = await depot.Post("/api/crates", """
            {
              "name": "said", "height": 1, "depth": 1, "home": { "street": "Mole", "city": "Nantes", "floor": 2 }, "next": null,
              "parts": [{ "weight": 10, "extra": 1, "shelf": { "street": "Mole", "city": "Nantes" } }]
            }
            """);
        var crate = await depot.Get("/api/crates/" + created.Id);

        Assert.Equal("""{"street":"Mole","city":"Nantes","floor":2}""", Part(crate, "home"));
        Assert.Equal("null", Part(crate, "next"));
        var part = crate.Json.GetProperty("parts")[0];
        Assert.Equal(1, part.GetProperty("extra").GetInt32());
        Assert.Equal("""{"street":"Mole","city":"Nantes","floor":null}""", part.GetProperty("shelf").GetRawText());
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_part_of_such_a_value_is_measured_as_any_other(string database)
    {
        var depot = await runs.On(database);
        var refused = await depot.Post("/api/crates", """
            { "name": "high", "height": 1, "depth": 1, "home": { "street": "Mole", "city": "Nantes", "floor": 91 } }
            """);

        Assert.Equal((400, "invalid"), (refused.Status, refused.Code));
        Assert.Equal("home.floor", refused.Json.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    public static TheoryData<string, string> Overflows()
    {
        var data = new TheoryData<string, string>();
        foreach (var database in DepotRuns.Databases)
        {
            data.Add(database, """{ "name": "twice", "kind": "Barrel", "height": 2000000000, "depth": 1, "price": 1 }""");
            data.Add(database, """{ "name": "price", "kind": "Barrel", "height": 700000, "depth": 1 }""");
            data.Add(database, """{ "name": "lowest", "height": 1, "depth": 101 }""");
            data.Add(database, """{ "name": "a name of more than 20", "height": 1, "depth": 1 }""");
            data.Add(database, """{ "name": "area", "height": 50000, "depth": 50000, "price": 1, "lowest": 1 }""");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Overflows))]
    public async Task A_default_or_computed_value_that_does_not_fit_is_out_of_range(string database, string body)
    {
        var refused = await (await runs.On(database)).Post("/api/crates", body);

        Assert.Equal((422, "out-of-range"), (refused.Status, refused.Code));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_change_after_which_a_computed_value_does_not_fit_is_out_of_range(string database)
    {
        var depot = await runs.On(database);
        var crate = await depot.Crate("grows");

        var refused = await depot.Patch(
            "/api/crates/" + crate.Id, crate.Version, """{ "height": 50000, "depth": 50000, "kind": "Barrel" }""");

        Assert.Equal((422, "out-of-range"), (refused.Status, refused.Code));
    }

    private static string Part(Answer crate, string member) => crate.Json.GetProperty(member).GetRawText();
}
