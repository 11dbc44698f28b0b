using System.Text.Json;
using Ashlar.EndToEnd.Tool;
using Ashlar.Testing;

namespace Ashlar.EndToEnd.Contracts;

/// <summary>
/// A contract that others designed, played through the running example on both databases: every answer is what the contract
/// says, and every answer that it declares is given.
/// </summary>
public sealed class ConduitTests(PostgresServer postgres) : IDisposable
{
    private static readonly string Document = File.ReadAllText(Checkout.PathOf("examples/conduit/contract/openapi.json"));

    private readonly TemporaryFolder _folder = new TemporaryFolder().WithModelOf("conduit");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_running_example_keeps_the_contract(bool isPostgres)
    {
        await using var run = isPostgres
            ? await LiveRun.Start(_folder.Root, "--database", await postgres.CreateDatabaseAsync())
            : await LiveRun.Start(_folder.Root);
        var contract = new Contract(Document);
        var caller = new ConduitCaller(run, contract);
        var (mia, joe) = (await caller.Join("mia"), await caller.Join("joe"));

        await Members(caller, mia);
        await Articles(caller, mia, joe);
        await Lists(caller, mia, joe);
        await Comments(caller, mia, joe);
        await Strangers(caller, contract, mia);

        Assert.Empty(caller.Unseen);
    }

    private static async Task Members(ConduitCaller caller, string mia)
    {
        var read = await caller.Send("GET", "/user", mia);
        Assert.Equal(
            $$$"""{"user":{"email":"mia@conduit.test","token":"{{{mia}}}","username":"mia","bio":null,"image":null}}""",
            read.Text);

        var changed = await caller.Send("PUT", "/user", mia, """{ "user": { "bio": "Walls.", "image": "https://x.test/m" } }""");
        Assert.Equal("Walls.", changed.Json.GetProperty("user").GetProperty("bio").GetString());
        await Refused(caller, 422, """{"errors":{"username":["can't be blank"]}}""",
            "PUT", "/user", mia, """{ "user": { "username": null } }""");
        await Refused(caller, 409, """{"errors":{"username":["has already been taken"]}}""",
            "PUT", "/user", mia, """{ "user": { "username": "joe" } }""");
        await Refused(caller, 409, """{"errors":{"email":["has already been taken"]}}""",
            "POST", "/users", null,
            """{ "user": { "username": "mia2", "email": "mia@conduit.test", "password": "correct horse battery" } }""");
        await Refused(caller, 422, """{"errors":{"username":["can't be blank"],"password":["can't be blank"]}}""",
            "POST", "/users", null, """{ "user": { "email": "new@conduit.test" } }""");

        var back = await caller.Send(
            "POST", "/users/login", body: """{ "user": { "email": "mia@conduit.test", "password": "correct horse battery" } }""");
        Assert.Equal((200, "mia"), (back.Status, back.Json.GetProperty("user").GetProperty("username").GetString()));
        await Refused(caller, 401, """{"errors":{"credentials":["invalid"]}}""",
            "POST", "/users/login", null, """{ "user": { "email": "mia@conduit.test", "password": "wrong horse battery" } }""");
        await Refused(caller, 422, """{"errors":{"password":["can't be blank"]}}""",
            "POST", "/users/login", null, """{ "user": { "email": "mia@conduit.test" } }""");
    }

    private static async Task Articles(ConduitCaller caller, string mia, string joe)
    {
        var slug = await caller.Write(mia, "Où est Zoé?", "\"zoe\", \"walls\"");
        Assert.Matches("^ou-est-zoe-[0-9]+$", slug);

        var liked = await caller.Send("POST", $"/articles/{slug}/favorite", joe);
        var followed = await caller.Send("POST", "/profiles/mia/follow", joe);
        var seen = (await caller.Send("GET", $"/articles/{slug}", joe)).Json.GetProperty("article");
        var others = (await caller.Send("GET", $"/articles/{slug}")).Json.GetProperty("article");
        Assert.Equal((200, 200), (liked.Status, followed.Status));
        Assert.Equal((true, true), Marks(seen));
        Assert.Equal((false, false), Marks(others));
        Assert.Equal("""["zoe","walls"]""", others.GetProperty("tagList").GetRawText());

        await Refused(caller, 403, """{"errors":{"article":["forbidden"]}}""",
            "PUT", $"/articles/{slug}", joe, """{ "article": { "title": "Mine" } }""");
        await Refused(caller, 422, """{"errors":{"title":["can't be blank"]}}""",
            "PUT", $"/articles/{slug}", mia, """{ "article": { "title": " " } }""");
        var kept = await caller.Send("PUT", $"/articles/{slug}", mia, """{ "article": { "body": "Here." } }""");
        Assert.Equal(slug, kept.Json.GetProperty("article").GetProperty("slug").GetString());
        var moved = await caller.Send("PUT", $"/articles/{slug}", mia, """{ "article": { "title": "Found", "tagList": [] } }""");
        var now = moved.Json.GetProperty("article").GetProperty("slug").GetString() ?? "";
        Assert.Matches("^found-[0-9]+$", now);
        await Refused(caller, 404, """{"errors":{"article":["not found"]}}""", "GET", $"/articles/{slug}", mia);

        Assert.Equal(200, (await caller.Send("DELETE", $"/articles/{now}/favorite", joe)).Status);
        await Refused(caller, 403, """{"errors":{"article":["forbidden"]}}""", "DELETE", $"/articles/{now}", joe);
        Assert.Equal(204, (await caller.Send("DELETE", $"/articles/{now}", mia)).Status);
        await Refused(caller, 422, """{"errors":{"description":["can't be blank"],"body":["can't be blank"]}}""",
            "POST", "/articles", mia, """{ "article": { "title": "T" } }""");
    }

    private static async Task Lists(ConduitCaller caller, string mia, string joe)
    {
        await caller.Write(joe, "Joe one", "\"joes\"");
        var one = await caller.Write(mia, "Mia one", "\"mias\"");
        await caller.Write(mia, "Mia two", "\"mias\", \"more\"");
        await caller.Send("POST", $"/articles/{one}/favorite", joe);

        async Task<(string Titles, int Count)> Page(string query, string? token = null) =>
            (await caller.Send("GET", "/articles" + query, token)).Page;

        Assert.Equal("""{"tags":["mias","joes","more","stone","walls"]}""", (await caller.Send("GET", "/tags")).Text);
        Assert.Equal(("Mia two, Mia one", 2), await Page("?author=mia"));
        Assert.Equal(("Mia two, Mia one", 2), await Page("?tag=mias"));
        Assert.Equal(("Mia two", 1), await Page("?tag=more&author=mia"));
        Assert.Equal(("Mia one", 1), await Page("?favorited=joe"));
        Assert.Equal(("Mia one", 2), await Page("?author=mia&limit=1&offset=1"));
        Assert.Equal(("Mia two, Mia one", 2), await Page("/feed", joe));
        Assert.Equal(("Mia two", 2), await Page("/feed?limit=1", joe));
        Assert.Equal(("", 0), await Page("/feed", mia));
        Assert.Equal(200, (await caller.Send("DELETE", "/profiles/mia/follow", joe)).Status);
        Assert.Equal(("", 0), await Page("/feed", joe));
        Assert.Equal(422, (await caller.Send("GET", "/articles?limit=0")).Status);
        Assert.Equal(422, (await caller.Send("GET", "/articles/feed?offset=-1", mia)).Status);
    }

    private static async Task Comments(ConduitCaller caller, string mia, string joe)
    {
        var slug = await caller.Write(mia, "Talk");
        var path = $"/articles/{slug}/comments";
        var said = await caller.Send("POST", path, joe, """{ "comment": { "body": "Hm." } }""");
        var comment = said.Json.GetProperty("comment");
        var id = comment.GetProperty("id").GetInt32();
        Assert.Equal((201, "joe"), (said.Status, comment.GetProperty("author").GetProperty("username").GetString()));

        Assert.Equal(1, (await caller.Send("GET", path)).Json.GetProperty("comments").GetArrayLength());
        await Refused(caller, 422, """{"errors":{"body":["can't be blank"]}}""",
            "POST", path, joe, """{ "comment": { "body": "" } }""");
        await Refused(caller, 403, """{"errors":{"comment":["forbidden"]}}""", "DELETE", $"{path}/{id}", mia);
        Assert.Equal(204, (await caller.Send("DELETE", $"{path}/{id}", joe)).Status);
        await Refused(caller, 404, """{"errors":{"comment":["not found"]}}""", "DELETE", $"{path}/{id}", joe);
        Assert.Equal(200, (await caller.Send("GET", "/profiles/joe")).Status);
    }

    /// <summary>Who is nobody, who has no proper token, and what is not there: the same at every operation.</summary>
    private static async Task Strangers(ConduitCaller caller, Contract contract, string token)
    {
        foreach (var operation in contract.Operations)
        {
            var path = operation.Fill("1");
            if (operation.Json.GetProperty("security").EnumerateArray().Count() is var ways and > 0)
            {
                await Refused(caller, 401, """{"errors":{"token":["is invalid"]}}""", operation.Method, path, "wrong");
                if (ways == 1)
                {
                    await Refused(caller, 401, """{"errors":{"token":["is missing"]}}""", operation.Method, path, null);
                }
            }

            if (operation.Statuses.Contains("404"))
            {
                var body = operation.Json.TryGetProperty("requestBody", out _) ? "{}" : null;
                Assert.Equal(404, (await caller.Send(operation.Method, path, token, body)).Status);
            }
        }
    }

    private static (bool Favorited, bool Following) Marks(JsonElement article) => (
        article.GetProperty("favorited").GetBoolean(),
        article.GetProperty("author").GetProperty("following").GetBoolean());

    private static async Task Refused(
        ConduitCaller caller, int status, string answer, string method, string path, string? token, string? body = null)
    {
        var refused = await caller.Send(method, path, token, body);
        Assert.Equal((status, answer), (refused.Status, refused.Text));
    }

    [Theory]
    [InlineData(200, "application/json", """{"profile":{"username":"a","bio":null,"image":null,"following":true}}""", "")]
    [InlineData(
        200, "application/json", """{"profile":{"username":"a","bio":null,"following":true}}""",
        "$.profile.image: is missing")]
    [InlineData(
        200, "application/json", """{"profile":{"username":"a","bio":null,"image":null,"following":1}}""",
        "Number is not")]
    [InlineData(
        200, "application/json", """{"profile":{"username":"a","bio":null,"image":null,"following":true,"id":1}}""",
        "$.profile.id: is not in the contract")]
    [InlineData(404, "application/json", """{"errors":{}}""", "too few members")]
    [InlineData(404, "application/problem+json", """{"errors":{"profile":["not found"]}}""", "has the media type")]
    [InlineData(403, "application/json", """{"errors":{"profile":["forbidden"]}}""", "403 is not declared")]
    public void An_answer_that_the_contract_does_not_allow_is_found(int status, string mediaType, string body, string deviation)
    {
        var contract = new Contract(Document);

        var found = contract.Deviations(contract.Find("GET", "/profiles/a"), status, mediaType, body);

        Assert.Equal(deviation.Length == 0 ? 0 : 1, found.Count);
        Assert.All(found, one => Assert.Contains(deviation, one, StringComparison.Ordinal));
    }
}
