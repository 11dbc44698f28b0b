using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Ashlar.Bench.Load;

/// <summary>
/// One kept-alive connection that costs next to nothing: requests are bytes made before, of an answer it reads the status,
/// the length and the ETag.
/// </summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[256 * 1024];

    public static async Task<HttpConnection> OpenAsync(Uri server)
    {
        var connection = new HttpConnection();
        await connection._socket.ConnectAsync(server.Host, server.Port);
        return connection;
    }

    public static byte[] Request(string method, string path, string? token, string? body, string? ifMatch)
    {
        var text = new StringBuilder($"{method} {path} HTTP/1.1\r\nHost: bench\r\nAccept: application/json\r\n");
        text.Append(token is null ? "" : $"Authorization: Bearer {token}\r\n");
        text.Append(ifMatch is null ? "" : $"If-Match: {ifMatch}\r\n");
        if (body is not null)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n");
        }

        return Encoding.UTF8.GetBytes(text.Append("\r\n").Append(body).ToString());
    }

    public async ValueTask<HttpAnswer> SendAsync(ReadOnlyMemory<byte> request)
    {
        await _socket.SendAsync(request);
        var (received, end) = (0, -1);
        while (end < 0)
        {
            received += await ReceiveAsync(received);
            end = _buffer.AsSpan(0, received).IndexOf("\r\n\r\n"u8);
        }

        var head = _buffer.AsMemory(0, end);
        var whole = end + 4 + LengthIn(head.Span);
        while (received < whole)
        {
            received += await ReceiveAsync(received);
        }

        return new(int.Parse(head.Span[9..12], CultureInfo.InvariantCulture), Header(head.Span, "\r\nETag: "u8));
    }

    public void Dispose() => _socket.Dispose();

    private async ValueTask<int> ReceiveAsync(int offset)
    {
        var count = await _socket.ReceiveAsync(_buffer.AsMemory(offset));
        return count > 0 ? count : throw new InvalidOperationException("The server closed the connection.");
    }

    private static int LengthIn(ReadOnlySpan<byte> head) =>
        Header(head, "\r\nContent-Length: "u8) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : 0;

    private static string? Header(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name)
    {
        var start = head.IndexOf(name);
        if (start < 0)
        {
            return null;
        }

        var value = head[(start + name.Length)..];
        var end = value.IndexOf((byte)'\r');
        return Encoding.ASCII.GetString(end < 0 ? value : value[..end]);
    }
}

/// <summary>What a load client looks at.</summary>
internal readonly record struct HttpAnswer(int Status, string? ETag);
