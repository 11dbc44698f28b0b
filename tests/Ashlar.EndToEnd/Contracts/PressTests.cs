namespace Ashlar.EndToEnd.Contracts;

/// <summary>What the outside sees is what the model says, to the byte, on both databases.</summary>
public sealed class PressTests(PressRuns runs) : IClassFixture<PressRuns>
{
    public static TheoryData<string> Databases => PressRuns.Databases;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_request_and_its_reply_are_what_the_contract_says(string database)
    {
        var press = await runs.On(database);

        var made = await press.Send(HttpMethod.Post, "/api/articles", """
            { "article": { "slug": "first-1", "title": "First", "body": "Text", "extra": { "tagList": ["b", "a"] } } }
            """);
        var read = await press.Send(HttpMethod.Get, "/api/articles/first-1");
        var praised = await press.Send(HttpMethod.Put, "/api/articles/first-1/praise", """{ "praise": { "text": "good" } }""");
        var said = await press.Send(HttpMethod.Post, "/api/articles/first-1/comments", """{ "comment": { "body": "Hm." } }""");
        var comment = said.Json.GetProperty("comment").GetProperty("id").GetString();
        var below = await press.Send(HttpMethod.Get, "/api/articles/first-1/comments");
        var away = await press.Send(HttpMethod.Delete, $"/api/articles/first-1/comments/{comment}", version: "\"1\"");

        const string article =
            """{"slug":"first-1","title":"First","body":"Text","note":null,"tagList":["b","a"],"comments":0}""";
        Assert.Equal((202, "{\"article\":" + article + "}"), (made.Status, made.Text));
        Assert.Equal("/api/articles/first-1", made.Location);
        Assert.Equal((200, made.Text), (read.Status, read.Text));
        Assert.Equal(
            (203, "{\"praised\":" + article.Replace("null", "\"good\"", StringComparison.Ordinal) + "}"),
            (praised.Status, praised.Text));
        Assert.Equal((201, $$$"""{"comment":{"id":"{{{comment}}}","body":"Hm."}}"""), (said.Status, said.Text));
        Assert.Equal((200, $$$"""{"comments":[{"id":"{{{comment}}}","body":"Hm."}]}"""), (below.Status, below.Text));
        Assert.Equal((204, ""), (away.Status, away.Text));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Absent_null_and_a_list_keep_their_meaning_at_every_depth(string database)
    {
        var press = await runs.On(database);
        await press.Send(HttpMethod.Post, "/api/articles", """
            { "article": { "slug": "deep-1", "title": "Deep", "extra": { "note": "n", "tagList": ["a", "b"] } } }
            """);

        async Task<PressAnswer> Put(int version, string body) =>
            await press.Send(HttpMethod.Put, "/api/articles/deep-1", body, $"\"{version}\"");

        Assert.Equal((200, ""), Of(await Put(1, "{}")));
        Assert.Equal((200, ""), Of(await Put(1, """{ "article": {} }""")));
        Assert.Equal((200, ""), Of(await Put(1, """{ "article": { "extra": {} } }""")));
        Assert.Equal((400, "invalid article=null"), Of(await Put(1, """{ "article": null }""")));
        Assert.Equal((400, "invalid article.extra=malformed"), Of(await Put(1, """{ "article": { "extra": [] } }""")));
        Assert.Equal((400, "invalid article.title=null"), Of(await Put(1, """{ "article": { "title": null } }""")));
        Assert.Equal(
            (400, "invalid article.extra.tagList[1]=null"),
            Of(await Put(1, """{ "article": { "extra": { "tagList": ["a", null] } } }""")));
        var changed = await Put(1, """{ "article": { "body": "b", "extra": { "note": null, "tagList": [] } } }""");
        Assert.Equal(
            """{"article":{"slug":"deep-1","title":"Deep","body":"b","note":null,"tagList":[],"comments":0}}""", changed.Text);
        Assert.Equal((412, "stale"), Of(await Put(1, """{ "article": { "title": "Late" } }""")));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_is_wrong_is_said_of_members_and_never_of_fields(string database)
    {
        var press = await runs.On(database);
        await press.Write("taken-1");

        async Task<PressAnswer> Post(string body) => await press.Send(HttpMethod.Post, "/api/articles", body);

        Assert.Equal((400, "invalid article.slug=missing article.title=missing"), Of(await Post("{}")));
        Assert.Equal((400, "invalid article=null"), Of(await Post("""{ "article": null }""")));
        Assert.Equal(
            (400, "invalid article.slug=no-match article.title=blank article.text=unknown-member title=unknown-member"),
            Of(await Post("""{ "article": { "slug": "x", "title": " ", "text": "t" }, "title": "t" }""")));
        Assert.Equal((409, "taken article.slug=taken"), Of(await press.Write("taken-1")));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_key_is_found_however_it_is_spelt(string database)
    {
        var press = await runs.On(database);
        foreach (var slug in (string[])["a/b-1", "a%2Fb-1", "a b.é-1", "A/b-1"])
        {
            Assert.Equal(202, (await press.Write(slug)).Status);
        }

        async Task<string> Get(string segment)
        {
            var answer = await press.Send(HttpMethod.Get, "/api/articles/" + segment);
            return answer.Status == 200
                ? answer.Json.GetProperty("article").GetProperty("slug").GetString() ?? ""
                : $"{answer.Status} {answer.Problem}";
        }

        Assert.Equal("a/b-1", await Get("a%2Fb-1"));
        Assert.Equal("a/b-1", await Get("a%2fb-1"));
        Assert.Equal("a/b-1", await Get("a%2Fb-1/"));
        Assert.Equal("a/b-1", await Get("a%2Fb-1?x=%2F"));
        Assert.Equal("a%2Fb-1", await Get("a%252Fb-1"));
        Assert.Equal("A/b-1", await Get("A%2Fb-1"));
        Assert.Equal("a b.é-1", await Get("a%20b.%C3%A9-1"));
        Assert.Equal("a b.é-1", await Get("a%20b.e%CC%81-1"));
        Assert.Equal("404 not-found", await Get("nobody-1"));
        Assert.Equal("404 not-found", await Get("no-key"));
        Assert.Equal("404 not-found", await Get(new string('a', 4000) + "-1"));
        Assert.Equal("404 not-found", await Get("a%01-1"));
        Assert.Equal(400, (await press.Send(HttpMethod.Get, "/api/articles/a%00-1")).Status);
        Assert.Equal("404 not-found", await Get("a/b-1"));
        Assert.Equal((404, "not-found"), Of(await press.Send(HttpMethod.Get, "/api/articles//comments")));
        Assert.Equal(200, (await press.Send(HttpMethod.Get, "/API/Articles/a%2Fb-1/Comments")).Status);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_parent_that_is_missing_or_hidden_is_what_is_not_found(string database)
    {
        var press = await runs.On(database);
        await press.Write("one-1");
        await press.Write("two-1");
        await press.Send(HttpMethod.Post, "/api/articles", """
            { "article": { "slug": "hidden-1", "title": "Hidden", "isHidden": true } }
            """);
        var said = await press.Send(HttpMethod.Post, "/api/articles/one-1/comments", """{ "comment": { "body": "Hm." } }""");
        var id = said.Json.GetProperty("comment").GetProperty("id").GetString();

        async Task<(int Status, string Problem)> To(HttpMethod method, string path, string? body = null) =>
            Of(await press.Send(method, "/api/articles/" + path, body, method == HttpMethod.Delete ? "\"1\"" : null));

        foreach (var parent in (string[])["nobody-1", "hidden-1", "no-key"])
        {
            Assert.Equal((404, "not-found article=not-found"), await To(HttpMethod.Get, parent + "/comments"));
            Assert.Equal((404, "not-found article=not-found"), await To(HttpMethod.Post, parent + "/comments", "{}"));
            Assert.Equal((404, "not-found article=not-found"), await To(HttpMethod.Delete, $"{parent}/comments/{id}"));
        }

        Assert.Equal((404, "not-found"), await To(HttpMethod.Get, "hidden-1"));
        Assert.Equal((404, "not-found"), await To(HttpMethod.Delete, "two-1/comments/" + id));
        Assert.Equal((404, "not-found"), await To(HttpMethod.Delete, "one-1/comments/no-id"));
        Assert.Equal(
            (400, "invalid comment.article=unknown-member comment.body=missing"),
            Sorted(await To(HttpMethod.Post, "one-1/comments", """{ "comment": { "article": "x" } }""")));
        Assert.Equal((204, ""), await To(HttpMethod.Delete, "one-1/comments/" + id));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Pages_by_offset_have_a_total_and_the_order_of_the_list(string database)
    {
        var press = await runs.On(database);
        foreach (var slug in (string[])["zz 1-1", "zz 2-1", "zz 3-1"])
        {
            await press.Write(slug);
        }

        async Task<(string Titles, long Total)> Page(string query)
        {
            var json = (await press.Send(HttpMethod.Get, "/api/articles" + query)).Json;
            var rows = json.GetProperty("data").GetProperty("articles").EnumerateArray();
            var titles = string.Join(", ", rows.Select(row => row.GetProperty("title").GetString()));
            return (titles, json.GetProperty("articlesCount").GetInt64());
        }

        var (first, total) = await Page("");
        var (second, same) = await Page("?offset=1&limit=2");
        var (none, still) = await Page($"?offset={total}");

        Assert.Equal(("zz 3-1, zz 2-1", "zz 2-1, zz 1-1", ""), (first, second, none));
        Assert.Equal((total, total), (same, still));
        Assert.True(total >= 3);
        Assert.Equal((400, "invalid offset=too-small"), Of(await press.Send(HttpMethod.Get, "/api/articles?offset=-1")));
        Assert.Equal(
            (400, "invalid offset=too-large"), Of(await press.Send(HttpMethod.Get, "/api/articles?offset=99999999999")));
        Assert.Equal((400, "invalid after=unknown-member"), Of(await press.Send(HttpMethod.Get, "/api/articles?after=x")));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_version_counts_as_far_as_the_api_says(string database)
    {
        var press = await runs.On(database);
        await press.Write("weak-1");
        const string body = """{ "article": { "title": "Weak" } }""";

        async Task<(int Status, string Problem)> Put(string api, string json, string? version = null) =>
            Of(await press.Send(HttpMethod.Put, $"/{api}/articles/weak-1", json, version));

        Assert.Equal((428, "precondition-required"), await Put("api", body));
        Assert.Equal((200, ""), await Put("loose", body));
        Assert.Equal((200, ""), await Put("loose", body, "\"2\""));
        Assert.Equal((412, "stale"), await Put("loose", body, "\"2\""));
        Assert.Equal((412, "stale"), await Put("loose", body, "\"0\""));
        Assert.Equal((204, ""), await Put("blind", """{ "title": "Blind" }""", "\"0\""));
        Assert.Equal((400, "invalid title=blank"), await Put("blind", """{ "title": " " }"""));
        Assert.Equal(
            (412, "stale"), Of(await press.Send(HttpMethod.Delete, "/loose/articles/weak-1", version: "\"1\"")));
        Assert.Equal((404, "not-found"), Of(await press.Send(HttpMethod.Delete, "/loose/articles/nobody-1")));
        Assert.Equal((204, ""), Of(await press.Send(HttpMethod.Delete, "/blind/articles/weak-1", version: "\"1\"")));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Unknown_members_are_passed_over_where_the_api_says_so(string database)
    {
        var press = await runs.On(database);
        const string body = """
            { "x": 1, "article": { "slug": "loose-1", "title": "Loose", "x": null, "extra": { "x": {}, "tagList": ["a"] } } }
            """;

        var strict = await press.Send(HttpMethod.Post, "/api/articles", body);
        var loose = await press.Send(HttpMethod.Post, "/loose/articles", body);
        var broken = await press.Send(HttpMethod.Post, "/loose/articles", """{ "x": 1, "article": { "slug": 5, "extra": 1 } }""");

        Assert.Equal(400, strict.Status);
        Assert.Equal((201, """["a"]"""), (loose.Status, loose.Json.GetProperty("tags").GetRawText()));
        Assert.Equal(
            "invalid article.slug=malformed article.title=missing article.extra=malformed", broken.Problem);
    }

    private static (int Status, string Problem) Of(PressAnswer answer) => (answer.Status, answer.Problem);

    private static (int Status, string Problem) Sorted((int Status, string Problem) answer) =>
        (answer.Status, string.Join(' ', answer.Problem.Split(' ')[..1].Concat(
            answer.Problem.Split(' ')[1..].Order(StringComparer.Ordinal))));
}
