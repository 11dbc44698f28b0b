using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace Ashlar.Bench.Endpoints;

/// <summary>
/// Ends the benchmark unless a generated system answers as the hand-written one does: status, type, ETag and body, of what
/// succeeds and of what is refused.
/// </summary>
internal static partial class SameAnswers
{
    private static readonly string Product = $"/api/products/{ShopIds.Product(77)}";

    private static readonly (string Method, string Path, string? Body, string? IfMatch)[] Requests =
    [
        ("GET", Product, null, null),
        ("GET", $"/api/products/{Guid.Empty}", null, null),
        ("GET", "/api/products/7", null, null),
        ("GET", $"/api/products?category={ShopIds.Category(3)}&sort=-addedAt&limit=20", null, null),
        ("GET", $"/api/products?category={ShopIds.Category(4)}&sort=-addedAt&limit=3", null, null),
        ("GET", $"/api/orders/{ShopIds.Order(160)}", null, null),
        ("GET", $"/api/orders/{Guid.Empty}", null, null),
        ("POST", "/api/products", Sample("\"price\":12.50"), null),
        ("POST", "/api/products", Sample("\"price\":12.50,\"stock\":3,\"isVisible\":false"), null),
        ("POST", "/api/products", Sample("\"price\":-1"), null),
        ("POST", "/api/products", Sample("\"stock\":2"), null),
        ("POST", "/api/products", Sample("\"price\":0,\"stock\":2"), null),
        ("POST", "/api/products", Sample("\"price\":1").Replace(ShopIds.Category(1).ToString(), Guid.Empty.ToString()), null),
        ("POST", "/api/products", Sample("\"price\":1,\"name\":\" \"").Replace("\"name\":\"A name\",", ""), null),
        ("POST", "/api/products", Sample("\"price\":1").Replace("same-{unique}", "SKU-5"), null),
        ("PATCH", Product, """{"price":19.75,"stock":8}""", null),
        ("PATCH", Product, """{"price":19.75,"stock":8}""", "\"99\""),
        ("PATCH", Product, """{"price":19.75,"stock":8}""", Latest),
        ("PATCH", Product, """{"description":null}""", Latest),
        ("PATCH", Product, """{"stock":-8}""", Latest),
        ("POST", $"{Product}/take-stock", """{"copies":100}""", null),
        ("POST", $"/api/products/{Guid.Empty}/take-stock", """{"copies":1}""", null),
        ("PATCH", $"/api/products/{Guid.Empty}", """{"stock":8}""", "\"1\""),
    ];

    // The version that the system itself holds: both sides of a database change the same row.
    private const string Latest = "latest";

    public static async Task CheckAsync(MeasuredServer byHand, MeasuredServer generated, bool isSignedIn)
    {
        using var first = Client(byHand, token: null);
        var differences = new List<string>();
        foreach (var (method, path, body, ifMatch) in Requests)
        {
            var person = method == "GET" ? People.Reader(0) : People.Clerk(0);
            using var second = Client(generated, isSignedIn ? person.Token : null);
            var expected = await AnswerAsync(first, method, path, body, ifMatch);
            var actual = await AnswerAsync(second, method, path, body, ifMatch);
            if (expected != actual)
            {
                differences.Add($"{method} {path} {body} {ifMatch}\nby hand:   {expected}\ngenerated: {actual}");
            }
        }

        if (differences.Count > 0)
        {
            throw new InvalidOperationException(string.Join("\n\n", differences));
        }
    }

    private static HttpClient Client(MeasuredServer server, string? token)
    {
        var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private static async Task<string> AnswerAsync(HttpClient client, string method, string path, string? body, string? ifMatch)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            var unique = body.Replace("{unique}", Guid.NewGuid().ToString("N"));
            request.Content = new StringContent(unique, Encoding.UTF8, "application/json");
        }

        var version = ifMatch == Latest ? await VersionAsync(client, path) : ifMatch;
        if (version is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", version);
        }

        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        var etag = answer.Headers.ETag?.Tag;
        if (ifMatch == Latest && etag is not null)
        {
            etag = Number(etag) == Number(version) + 1 ? "next" : "wrong";
        }

        return $"{(int)answer.StatusCode} {answer.Content.Headers.ContentType} {etag} {Lasting(text)}";
    }

    private static async Task<string?> VersionAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        return answer.Headers.ETag?.Tag;
    }

    private static long Number(string? etag) =>
        long.Parse((etag ?? "").Trim('"'), System.Globalization.CultureInfo.InvariantCulture);

    // What differs from one request to the next says nothing: when it was, and what it was called.
    private static string Lasting(string body) => Passing().Replace(body, "passing");

    [GeneratedRegex("""
        "traceId":"[^"]*"|"id":"(?!0190)[^"]*"|"sku":"same-[^"]*"|"(addedAt|changedAt)":"202[6-9][^"]*"
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Passing();

    private static string Sample(string members) =>
        $$"""{"sku":"same-{unique}","name":"A name","category":"{{ShopIds.Category(1)}}",{{members}}}""";
}
