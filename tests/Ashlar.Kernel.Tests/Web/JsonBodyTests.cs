using System.Text.Json;

namespace Ashlar.Kernel.Tests.Web;

public sealed class JsonBodyTests
{
    private static readonly TextField Title = new("title") { Max = 5 };
    private static readonly TextField Note = new("note") { Max = 5, BlankAsNull = true };
    private static readonly IntField Count = new("count") { Min = 0 };

    [Fact]
    public void Every_problem_is_reported_at_once()
    {
        var body = Body("""{ "title": "too long", "count": null, "nope": 1 }""");
        body.Required(Title);
        body.Required(Count);
        body.Required(Note);

        Assert.Equal(
            [("title", "too-long"), ("count", "null"), ("note", "missing"), ("nope", "unknown-member")], Problems(body));
    }

    [Fact]
    public void An_absent_member_changes_nothing_and_null_clears()
    {
        var body = Body("""{ "note": null, "count": 3 }""");

        Assert.Equal(new(false, null), body.Change(Title));
        Assert.Equal(new(true, null), body.ChangeOrClear(Note));
        Assert.Equal(new(true, 3), body.ChangeOrClear(Count));
        Assert.Null(body.Refusal);
    }

    [Fact]
    public void Members_that_the_caller_may_not_set_are_named()
    {
        var refusal = Body("""{ "note": null, "count": 3 }""").NotAllowed("title", "count");

        Assert.Equal(("forbidden", 403), (refusal.Code, refusal.Status));
        Assert.Equal([("count", "not-allowed")], refusal.Errors.Select(error => (error.Field, error.Code)));
        Assert.Empty(Refusal.Forbidden.Errors);
    }

    [Fact]
    public void An_empty_object_says_nothing()
    {
        Assert.True(Body("""{ "note": null }""").HasMembers);
        Assert.False(Body("{}").HasMembers);
    }

    [Fact]
    public void Blank_text_can_count_as_null()
    {
        var body = Body("""{ "note": " " }""");

        Assert.Null(body.Optional(Note));
        Assert.Null(body.Refusal);
    }

    [Fact]
    public void A_default_counts_only_for_an_absent_member()
    {
        Assert.Equal(7, Body("{}").OrDefault(Count, 7));
        var body = Body("""{ "count": null }""");
        body.OrDefault(Count, 7);
        Assert.Equal([("count", "null")], Problems(body));
    }

    [Fact]
    public void Items_are_named_by_their_place()
    {
        var body = Body("""{ "lines": [{ "count": 1 }, 5, { "count": -1, "x": 1 }, null, {}] }""");
        var lines = body.Objects("lines", max: 5, line => line.Required(Count));

        Assert.Equal(
            [
                ("lines[1]", "malformed"), ("lines[2].count", "too-small"), ("lines[2].x", "unknown-member"),
                ("lines[3]", "null"),
                ("lines[4].count", "missing"),
            ],
            Problems(body));
        Assert.Equal(1, lines[0]);
    }

    [Theory]
    [InlineData("""{ "title": {} }""", "malformed")]
    [InlineData("""{ "title": null }""", "null")]
    [InlineData("""{ "title": ["a", "b", "c"] }""", "too-long")]
    public void A_list_of_values_is_a_list(string json, string code)
    {
        var body = Body(json);
        body.Values(Title, max: 2);

        Assert.Equal([("title", code)], Problems(body));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"x\"")]
    public void Only_an_object_is_a_body(string json) =>
        Assert.Contains(("", "malformed"), Problems(Body(json)));

    [Theory]
    [InlineData("titel", "Did you mean title?")]
    [InlineData("Title", "Did you mean title?")]
    [InlineData("zzzzzz", "There is no such member.")]
    public void An_unknown_member_is_told_the_nearest_name(string name, string hint)
    {
        var body = Body($$"""{ "{{name}}": 1 }""");
        body.Change(Title);
        body.Change(Count);

        Assert.EndsWith(hint, Assert.Single(body.Refusal?.Errors ?? []).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nested_objects_are_checked_like_bodies()
    {
        var body = Body("""{ "address": { "title": "ok", "x": 1 } }""");

        Assert.Equal("ok", body.Object("address", address => address.Required(Title)));
        Assert.Equal([("address.x", "unknown-member")], Problems(body));
    }

    private static JsonBody Body(string json) => new(JsonDocument.Parse(json).RootElement);

    private static IEnumerable<(string, string)> Problems(JsonBody body) =>
        (body.Refusal?.Errors ?? []).Select(error => (error.Field, error.Code));
}
