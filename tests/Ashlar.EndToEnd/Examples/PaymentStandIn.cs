using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Ashlar.EndToEnd.Examples;

/// <summary>
/// The payment service of the bookshop, which outlives every process of the shop: it does what has one key once, and can do it
/// without an answer.
/// </summary>
internal sealed class PaymentStandIn : IDisposable
{
    /// <summary>What a shop that is developed has for a key.</summary>
    private const string Key = "development-only-not-a-secret";

    private readonly HttpListener _listener = new();
    private readonly ConcurrentDictionary<string, string> _done = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _asked = [];
    private readonly TaskCompletionSource _charged = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PaymentStandIn()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        }

        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _ = ServeAsync();
    }

    public string Address { get; }

    /// <summary>How many charges it answers only when it is told to, although they are done.</summary>
    public int Withheld { get; set; }

    /// <summary>What it refuses to do before it does anything: the status by how often it was asked for anything.</summary>
    public Func<int, int?> Refuse { get; set; } = _ => null;

    /// <summary>A charge is done, and its answer is withheld.</summary>
    public Task Charged => _charged.Task;

    /// <summary>What it has done: `charges` and `refunds` by the key of the request.</summary>
    public IReadOnlyCollection<string> Done => [.. _done.Values.Order(StringComparer.Ordinal)];

    /// <summary>What it calls the payments that it has done.</summary>
    public IReadOnlyCollection<string> Receipts => [.. _done.Keys.Select(Name)];

    /// <summary>Every request, such as `POST /charges`.</summary>
    public IReadOnlyCollection<string> Asked => _asked;

    /// <summary>Answers what was withheld, late.</summary>
    public void Release() => _released.TrySetResult();

    /// <summary>Tells the shop something, with a signature as of a moment.</summary>
    public static async Task<HttpResponseMessage> TellAsync(
        HttpClient shop, string path, string body, DateTimeOffset signedAt, string key = Key)
    {
        var time = signedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{time}.{body}"));
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Timestamp", time);
        request.Headers.Add("X-Signature", Convert.ToHexStringLower(signature));
        return await shop.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        Release();
        _listener.Close();
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _ = AnswerAsync(context);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var path = context.Request.Url?.AbsolutePath ?? "";
        _asked.Enqueue($"{context.Request.HttpMethod} /{path.Split('/')[1]}");
        var (status, body) = Answer(context.Request, path);
        if (status == 201 && Withheld > 0)
        {
            Withheld--;
            _charged.TrySetResult();
            await _released.Task;
        }

        try
        {
            context.Response.StatusCode = status;
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
            context.Response.Close();
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // Nobody waits for the answer any more.
            context.Response.Abort();
        }
    }

    private (int Status, string Body) Answer(HttpListenerRequest request, string path)
    {
        if (request.Headers["Authorization"] is not { } caller || !caller.StartsWith("Bearer ", StringComparison.Ordinal))
        {
            return (401, "");
        }

        if (request.HttpMethod == "GET")
        {
            return _done.ContainsKey(path.Split('/')[^1]) ? (200, Id(path.Split('/')[^1])) : (404, "");
        }

        if (Refuse(_asked.Count) is { } refused)
        {
            return (refused, "");
        }

        var key = request.Headers["Idempotency-Key"] ?? "";
        _done.TryAdd(key, path.TrimStart('/'));
        return (201, Id(key));
    }

    private static string Id(string key) => $$"""{ "id": "{{Name(key)}}" }""";

    private static string Name(string key) => key[^8..];
}
