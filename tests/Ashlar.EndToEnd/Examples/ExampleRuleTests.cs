using System.Text.Json;
using Ashlar.EndToEnd.Tool;
using Ashlar.Testing;

namespace Ashlar.EndToEnd.Examples;

/// <summary>
/// Rules of the examples that take more than one request to break, so that the generated tests leave them out
/// (`NotCovered.md`). What only readonly fields could break, no request can; the database is asked in the kernel's tests.
/// </summary>
public sealed class ExampleRuleTests(PostgresServer postgres) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_order_over_the_limit_and_a_second_review_are_refused_by_their_rules(bool isPostgres)
    {
        await using var run = await Start("bookshop", isPostgres);
        var editor = await Requests.SignIn(run, "elif@bookshop.example");
        var reader = await Requests.SignIn(run, "ann@reader.example");
        var books = (await Requests.Json(run, HttpMethod.Get, "/api/books", token: null)).GetProperty("items");
        var ids = books.EnumerateArray().Select(Id).ToArray();
        foreach (var id in ids)
        {
            await Requests.Json(run, HttpMethod.Patch, $"/api/books/{id}", editor, new { price = 900 });
        }

        var delivery = new { name = "Ann Rivera", street = "4 Mill Lane", postcode = "75011", city = "Paris", country = "FR" };
        object Order(int quantity) => new { delivery, lines = new[] { new { book = ids[0], quantity } } };
        Assert.Equal("under-limit", Code(await Requests.Json(run, HttpMethod.Post, "/api/orders", reader, Order(quantity: 23))));
        Assert.Equal(19_800, (await Requests.Json(run, HttpMethod.Post, "/api/orders", reader, Order(quantity: 22)))
            .GetProperty("total").GetDecimal());

        var codes = new List<string>();
        foreach (var book in (string[])[.. ids, .. ids])
        {
            var review = new { book, signedAs = "A reader", stars = 4, title = "Good" };
            codes.Add(Code(await Requests.Json(run, HttpMethod.Post, "/api/reviews", reader, review)));
        }

        // Whatever the samples say of some of them, nobody reviews a book twice.
        Assert.All(codes.Skip(ids.Length), code => Assert.Equal("one-review", code));
        Assert.Contains("", codes.Take(ids.Length));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_second_urgent_ticket_of_a_firm_for_a_product_is_refused_by_its_rule(bool isPostgres)
    {
        await using var run = await Start("helpdesk", isPostgres);
        var agent = await Requests.SignIn(run, "lena@desk.example");
        var firms = await Requests.Json(run, HttpMethod.Get, "/api/organisations", agent);
        var products = await Requests.Json(run, HttpMethod.Get, "/api/products", agent);
        object Ticket(string priority) => new
        {
            organisation = Id(firms.GetProperty("items")[0]),
            product = Id(products.GetProperty("items")[0]),
            subject = "Nothing works",
            description = "Since this morning.",
            priority,
        };

        Assert.Equal("", Code(await Requests.Json(run, HttpMethod.Post, "/api/tickets", agent, Ticket("Urgent"))));
        Assert.Equal("one-urgent", Code(await Requests.Json(run, HttpMethod.Post, "/api/tickets", agent, Ticket("Urgent"))));
        Assert.Equal("", Code(await Requests.Json(run, HttpMethod.Post, "/api/tickets", agent, Ticket("High"))));
    }

    private static string Id(JsonElement row) => row.GetProperty("id").GetString() ?? "";

    private static string Code(JsonElement answer) =>
        answer.TryGetProperty("code", out var code) ? code.GetString() ?? "" : "";

    private async Task<LiveRun> Start(string example, bool isPostgres)
    {
        _folder.WithModelOf(example);
        return isPostgres
            ? await LiveRun.Start(_folder.Root, "--database", await postgres.CreateDatabaseAsync())
            : await LiveRun.Start(_folder.Root);
    }
}
