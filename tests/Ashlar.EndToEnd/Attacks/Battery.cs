using System.Text;
using System.Text.Json;

namespace Ashlar.EndToEnd.Attacks;

/// <summary>Requests that no client should make, at every route that the OpenAPI document of a system names.</summary>
internal sealed class Battery(JsonElement document)
{
    private const int Deep = 10_000;

    private static readonly string[] Texts =
    [
        "", " ", "null", "true", "7", "\"text\"", "[]", "[{}]", "{", "}", "{\"a\":", "{,}", "{\"a\":1,}", "{}{}", "{'a':1}",
        "{\"a\":1,\"a\":2}", "{\"\":1}", "{\"a\":NaN}", "{\"a\":1e999}", "{\"a\":\"\\ud800\"}", "{\"a\":\"\\u0000\"}", "{//\n}",
        "\ufeff{}", "<a/>", "a=1&b=2", $"{{\"{new string('n', 5000)}\":1}}", $"{{\"a\":{new string('9', 5000)}}}",
        new string('[', Deep), $"{{\"a\":{new string('[', Deep)}{new string(']', Deep)}}}",
        string.Concat(Enumerable.Repeat("{\"a\":", Deep)) + "1" + new string('}', Deep),
    ];

    private static readonly byte[][] Bytes = [[0xff, 0xfe, 0x00], [.. "{\"a\":\""u8, 0xc0, 0xaf, .. "\"}"u8], new byte[300]];

    private static readonly string[] Values =
    [
        "", "%00", "%ff%fe", "-1", "0", "99999999999999999999", "1e9", "null", "'%20or%201=1--", "%F0%9F%98%80", "a,b",
        "%2e%2e%2f",
    ];

    // No zero byte: the server itself refuses such a path before any program sees it.
    private static readonly string[] Ids =
        ["0", "x", "%ff", "00000000-0000-0000-0000-000000000000", "11111111-1111-1111-1111-111111111111", "..%2f..", "a'b"];

    private static readonly string[] Versions = ["*", "\"", "\"\"", "W/\"1\"", "\"1\", \"2\"", "\"99999999999999999999\"", "1"];

    private static readonly string[] Types =
        ["text/plain", "application/xml", "application/json; charset=utf-16", "application/x-www-form-urlencoded", "nonsense"];

    public IEnumerable<HttpRequestMessage> Requests()
    {
        // Signing out would make all that follow the same.
        foreach (var path in document.GetProperty("paths").EnumerateObject().Where(path => path.Name != "/api/sign-out"))
        {
            var methods = path.Value.EnumerateObject().Where(operation => operation.Name != "parameters").ToList();
            foreach (var operation in methods)
            {
                var method = new HttpMethod(operation.Name.ToUpperInvariant());
                var plain = path.Name
                    .Replace("{id}", Ids[^3], StringComparison.Ordinal)
                    .Replace("{role}", "Nobody", StringComparison.Ordinal);
                foreach (var request in At(method, plain, operation.Value).Concat(Paths(method, path.Name)))
                {
                    yield return request;
                }
            }

            foreach (var method in new[] { "PUT", "OPTIONS", "HEAD", "TRACE", "PROPFIND", "get" })
            {
                yield return new HttpRequestMessage(new HttpMethod(method), path.Name);
            }
        }
    }

    private static IEnumerable<HttpRequestMessage> At(HttpMethod method, string path, JsonElement operation)
    {
        if (operation.TryGetProperty("requestBody", out _))
        {
            return Bodies(method, path);
        }

        return method == HttpMethod.Get ? Queries(path, operation) : Versions.Select(version => With(method, path, version));
    }

    private static IEnumerable<HttpRequestMessage> Bodies(HttpMethod method, string path)
    {
        foreach (var bytes in Texts.Select(Encoding.UTF8.GetBytes).Concat(Bytes))
        {
            yield return With(method, path, "\"1\"", bytes, "application/json");
        }

        foreach (var type in Types)
        {
            yield return With(method, path, "\"1\"", "{}"u8.ToArray(), type);
        }

        foreach (var version in Versions)
        {
            yield return With(method, path, version, "{}"u8.ToArray(), "application/json");
        }
    }

    private static IEnumerable<HttpRequestMessage> Queries(string path, JsonElement operation)
    {
        var names = operation.TryGetProperty("parameters", out var parameters)
            ? parameters.EnumerateArray()
                .Where(parameter => parameter.TryGetProperty("name", out _))
                .Select(parameter => parameter.GetProperty("name").GetString())
            : [];
        foreach (var name in names.Append("nonsense"))
        {
            foreach (var value in Values)
            {
                yield return new HttpRequestMessage(HttpMethod.Get, $"{path}?{name}={value}");
            }

            yield return new HttpRequestMessage(HttpMethod.Get, $"{path}?{name}=a&{name}=b");
            yield return new HttpRequestMessage(HttpMethod.Get, $"{path}?{name}={new string('a', 3000)}");
        }
    }

    private static IEnumerable<HttpRequestMessage> Paths(HttpMethod method, string path) => Ids
        .Select(id => path.Replace("{id}", id, StringComparison.Ordinal).Replace("{role}", id, StringComparison.Ordinal))
        .Select(target => With(method, target, "\"1\"", "{}"u8.ToArray(), "application/json"));

    private static HttpRequestMessage With(HttpMethod method, string path, string version, byte[]? body = null, string type = "")
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation("If-Match", version);
        if (body is not null && method != HttpMethod.Get)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        return request;
    }
}
