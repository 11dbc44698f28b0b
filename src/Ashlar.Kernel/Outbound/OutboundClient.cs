using System.Buffers;
using System.Net.Http.Headers;
using System.Text;

namespace Ashlar.Kernel;

/// <summary>The requests of one call to one declared address.</summary>
public sealed class OutboundClient
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    /// <summary>What says where a request goes, where it ends or how it travels is not for its author.</summary>
    private static readonly HashSet<string> Refused = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Connection", "Content-Length", "Content-Encoding", "Transfer-Encoding", "Accept-Encoding", "TE", "Trailer",
        "Upgrade", "Expect", "Keep-Alive", "Via", "Forwarded", "Cookie", "Content-Type",
    };

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private readonly HttpClient _client;
    private readonly OutboundTarget _target;
    private readonly CancellationToken _stop;
    private int _sent;

    internal OutboundClient(HttpClient client, OutboundTarget target, CancellationToken stop)
    {
        _client = client;
        _target = target;
        _stop = stop;
    }

    /// <summary>Sends a request and waits for the whole answer, on the thread of the call.</summary>
    public OutboundReply Send(OutboundRequest request) => SendAsync(request).GetAwaiter().GetResult();

    private async Task<OutboundReply> SendAsync(OutboundRequest request)
    {
        if (++_sent > OutboundLimits.MostRequests)
        {
            throw new OutboundException($"One call sends {OutboundLimits.MostRequests} requests at most.");
        }

        using var message = MessageOf(request);
        using var response = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, _stop);
        if (response.Content.Headers.ContentEncoding.Any(coding => coding is not "identity"))
        {
            throw new OutboundException("The answer is packed, which nobody asked for.");
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers))
        {
            headers[name] = string.Join(", ", values);
        }

        return new((int)response.StatusCode, await BodyOf(response), headers);
    }

    private async Task<string> BodyOf(HttpResponseMessage response)
    {
        var body = new MemoryStream();
        await using var stream = await response.Content.ReadAsStreamAsync(_stop);
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, _stop) is > 0 and var count)
        {
            if (body.Length + count > OutboundLimits.MostBytes)
            {
                throw new OutboundException($"The answer has more than {OutboundLimits.MostBytes} bytes.");
            }

            body.Write(buffer, 0, count);
        }

        return Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length);
    }

    private HttpRequestMessage MessageOf(OutboundRequest request)
    {
        if (!Methods.Contains(request.Method, StringComparer.Ordinal))
        {
            throw new OutboundException($"A request is one of {string.Join(", ", Methods)}.");
        }

        var message = new HttpRequestMessage(new HttpMethod(request.Method), _target.At(request.Path));
        message.Headers.TryAddWithoutValidation("Accept-Encoding", "identity");
        if (request.Body is { } body)
        {
            message.Content = ContentOf(body, request.MediaType);
        }

        if (request.Headers.Count > OutboundLimits.MostHeaders)
        {
            throw new OutboundException($"A request has {OutboundLimits.MostHeaders} headers at most.");
        }

        foreach (var (name, value) in request.Headers)
        {
            CheckHeader(name, value);
            if (!message.Headers.TryAddWithoutValidation(name, value)
                && message.Content?.Headers.TryAddWithoutValidation(name, value) is not true)
            {
                throw new OutboundException($"The header {name} is about a body, and there is none.");
            }
        }

        return message;
    }

    private static void CheckHeader(string name, string value)
    {
        var isName = name.Length > 0 && !name.AsSpan().ContainsAnyExcept(NameCharacters)
            && !Refused.Contains(name) && !name.StartsWith("Proxy-", StringComparison.OrdinalIgnoreCase)
            && !name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase);
        if (!isName || value.Length > OutboundLimits.LongestHeader || value.Any(sign => sign is < ' ' or > '~'))
        {
            throw new OutboundException("A header has a name of its own, and a value of plain characters in one line.");
        }
    }

    private static ByteArrayContent ContentOf(string body, string mediaType)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        if (bytes.Length > OutboundLimits.MostBytes)
        {
            throw new OutboundException($"A body has {OutboundLimits.MostBytes} bytes at most.");
        }

        return MediaTypeHeaderValue.TryParse(mediaType, out var type) && mediaType.All(sign => sign is >= ' ' and <= '~')
            ? new ByteArrayContent(bytes) { Headers = { ContentType = type } }
            : throw new OutboundException("The media type of a body is one, as in `application/json`.");
    }
}
