using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Ashlar.Kernel.Tests.Outbound;

/// <summary>A partner on this machine that answers each connection with the bytes it is told, and keeps what it got.</summary>
internal sealed class StandIn : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<NetworkStream, CancellationToken, Task> _answer;
    private readonly CancellationTokenSource _stop = new();

    public StandIn(Func<NetworkStream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = ServeAsync();
    }

    public static StandIn Saying(string answer) => new((stream, stop) =>
        stream.WriteAsync(Encoding.ASCII.GetBytes(answer), stop).AsTask());

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Address => $"http://127.0.0.1:{Port}/v1";

    /// <summary>The heads of the requests.</summary>
    public List<string> Heard { get; } = [];

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await using var stream = client.GetStream();
                var buffer = new byte[64 * 1024];
                var count = await stream.ReadAsync(buffer, _stop.Token);
                Heard.Add(Encoding.ASCII.GetString(buffer, 0, count));
                await _answer(stream, _stop.Token);
            }
            catch (Exception gone) when (gone
                is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
            {
                // The other side gave up, or the test is over.
            }
        }
    }
}
