using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Hosting;

public sealed class UnreadBodyTests(PostgresServer server)
{
    // Less than the time for which a refused body is read: whoever waits for that is still refused.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task A_refused_request_that_goes_on_sending_takes_no_place_from_others()
    {
        await using var system = await RunningSystem.StartAsync(
            DatabaseKind.Sqlite, server, configure: null, "--Kernel:MaxConcurrentRequests=1");
        using var slow = new TcpClient();
        await slow.ConnectAsync("127.0.0.1", new Uri(system.App.Urls.First()).Port, TestContext.Current.CancellationToken);
        await slow.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes(
                "POST /api/notes HTTP/1.1\r\nHost: notes\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{"),
            TestContext.Current.CancellationToken);
        var first = new byte[12];
        await slow.GetStream().ReadExactlyAsync(first, TestContext.Current.CancellationToken);
        Assert.Equal("HTTP/1.1 401", Encoding.ASCII.GetString(first));

        // The answer is on its way a moment before the place is free.
        var time = Stopwatch.StartNew();
        int status;
        do
        {
            status = (await system.SendAsync(HttpMethod.Get, "/api/notes/00000000-0000-0000-0000-000000000000")).Status;
        }
        while (status == 503 && time.Elapsed < Soon);

        Assert.Equal(404, status);
    }
}
