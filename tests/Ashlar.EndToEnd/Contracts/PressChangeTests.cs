namespace Ashlar.EndToEnd.Contracts;

/// <summary>What an action that takes changes makes of what is absent, null and there, on both databases.</summary>
public sealed class PressChangeTests(PressRuns runs) : IClassFixture<PressRuns>
{
    public static TheoryData<string> Databases => PressRuns.Databases;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_absent_member_leaves_its_field_and_null_clears_an_optional_one(string database)
    {
        var press = await runs.On(database);
        var twin = await Made(press, "twin-1");
        await Made(press, "one-1");

        async Task<string> Revise(string members) =>
            (await press.Send(HttpMethod.Patch, "/api/articles/one-1/revision", $$"""{ "article": {{members}} }""")).Text;

        const string ulm = """{"city":"Ulm","street":"Gasse"}""";
        const string bonn = """{"city":"Bonn","street":null}""";
        Assert.Equal(
            Shown("""{"title":"one-1","note":null,"tagList":["a","b"],"mood":"Calm","price":0.00,"place":null}""", "null"),
            await Revise("{}"));
        Assert.Equal(
            Shown($$"""{"title":"Two","note":"n","tagList":["a","b"],"mood":"Loud","price":120.50,"place":{{ulm}}}""", twin),
            await Revise($$"""
                { "title": "Two", "extra": { "note": "n" }, "mood": "Loud", "price": 120.5, "place": {{ulm}}, "twin": {{twin}} }
                """));
        Assert.Equal(
            Shown($$"""{"title":"Two","note":"n","tagList":["c"],"mood":"Loud","price":120.50,"place":{{bonn}}}""", twin),
            await Revise("""{ "extra": { "tagList": ["c"] }, "place": { "city": "Bonn" } }"""));
        const string cleared = """{"title":"Two","note":null,"tagList":[],"mood":"Loud","price":120.50,"place":null}""";
        Assert.Equal(
            Shown(cleared, "null"),
            await Revise("""{ "extra": { "note": null, "tagList": [] }, "place": null, "twin": null }"""));
        Assert.Equal(Shown(cleared, "null"), await Revise("""{ "extra": { "note": " " } }"""));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_breaks_a_rule_of_the_field_is_refused_by_its_member(string database)
    {
        var press = await runs.On(database);
        await Made(press, "rule-1");

        async Task<(int, string)> Revise(string members)
        {
            var answer = await press.Send(
                HttpMethod.Patch, "/api/articles/rule-1/revision", $$"""{ "article": {{members}} }""");
            return (answer.Status, answer.Problem);
        }

        Assert.Equal(
            (400, "invalid article.title=null article.extra.tagList=null article.mood=null article.price=null"),
            await Revise("""{ "title": null, "extra": { "tagList": null }, "mood": null, "price": null }"""));
        Assert.Equal(
            (400, "invalid article.title=blank article.extra.note=too-long article.price=too-small"),
            await Revise($$"""{ "title": " ", "extra": { "note": "{{new string('n', 41)}}" }, "price": -1 }"""));
        Assert.Equal(
            (400, "invalid article.mood=no-match article.place.city=missing"),
            await Revise("""{ "mood": "Odd", "place": {} }"""));
        Assert.Equal((400, "invalid article.text=unknown-member"), await Revise("""{ "text": "t" }"""));
        Assert.Equal((400, "invalid article=null"), await Revise("null"));
        Assert.Equal(
            (404, "not-found article.twin=not-found"),
            await Revise("""{ "twin": "7d3c1f10-0000-4000-8000-ffffffffffff" }"""));
        Assert.Equal((422, "calm-is-cheap"), await Revise("""{ "price": 100 }"""));
        Assert.Equal((200, ""), await Revise("""{ "price": 100, "mood": "Loud" }"""));
        Assert.Equal((422, "calm-is-cheap"), await Revise("""{ "mood": "Calm" }"""));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_reference_that_is_always_there_stays_where_the_request_has_none(string database)
    {
        var press = await runs.On(database);
        await Made(press, "from-1");
        var target = await Made(press, "to-1");
        var said = await press.Send(HttpMethod.Post, "/api/articles/from-1/comments", """{ "comment": { "body": "Hm." } }""");
        var path = $"/api/comments/{said.Json.GetProperty("comment").GetProperty("id").GetString()}/move-comment";

        async Task<string> Count(string slug)
        {
            var read = await press.Send(HttpMethod.Get, $"/api/articles/{slug}");
            return read.Json.GetProperty("article").GetProperty("comments").ToString();
        }

        Assert.Equal(200, (await press.Send(HttpMethod.Post, path, """{ "text": "Ah." }""")).Status);
        Assert.Equal(("1", "0"), (await Count("from-1"), await Count("to-1")));
        Assert.Equal("invalid article=null", (await press.Send(HttpMethod.Post, path, """{ "article": null }""")).Problem);
        Assert.Equal(
            "not-found article=not-found",
            (await press.Send(HttpMethod.Post, path, """{ "article": "7d3c1f10-0000-4000-8000-ffffffffffff" }""")).Problem);
        Assert.Equal(200, (await press.Send(HttpMethod.Post, path, $$"""{ "article": {{target}} }""")).Status);
        Assert.Equal(("0", "1"), (await Count("from-1"), await Count("to-1")));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_request_that_changes_nothing_leaves_the_version(string database)
    {
        var press = await runs.On(database);
        await Made(press, "still-1");

        async Task<int> Revise(int version, string members) => (await press.Send(
            HttpMethod.Patch, "/api/articles/still-1/revision", $$"""{ "article": {{members}} }""", $"\"{version}\"")).Status;

        Assert.Equal(200, await Revise(1, "{}"));
        Assert.Equal(200, await Revise(1, """{ "title": "Other" }"""));
        Assert.Equal(412, await Revise(1, """{ "title": "Late" }"""));
        Assert.Equal(200, await Revise(2, """{ "title": "Next" }"""));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_input_like_a_field_has_the_bounds_of_the_field_and_is_required(string database)
    {
        var press = await runs.On(database);
        await Made(press, "quote-1");

        async Task<string> Quote(string body) => (await press.Send(HttpMethod.Put, "/api/articles/quote-1/quote", body)).Problem;

        Assert.Equal("invalid quote=missing", await Quote("{}"));
        Assert.Equal("invalid quote=blank", await Quote("""{ "quote": " " }"""));
        Assert.Equal("invalid quote=too-long", await Quote($$"""{ "quote": "{{new string('q', 41)}}" }"""));
        Assert.Equal("", await Quote("""{ "quote": "Hm." }"""));
    }

    /// <summary>Makes an article, and gives its id as JSON.</summary>
    private static async Task<string> Made(Press press, string slug)
    {
        await press.Send(HttpMethod.Post, "/api/articles", $$"""
            { "article": { "slug": "{{slug}}", "title": "{{slug}}", "extra": { "tagList": ["a", "b"] } } }
            """);
        return (await press.Send(HttpMethod.Get, $"/keys/{slug}")).Json.GetProperty("id").GetRawText();
    }

    private static string Shown(string article, string twin) => $$$"""{"article":{{{article[..^1]}}},"twin":{{{twin}}}}}""";
}
