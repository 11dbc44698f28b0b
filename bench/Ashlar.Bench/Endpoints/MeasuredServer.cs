using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Ashlar.Bench.Endpoints;

/// <summary>A server in a process of its own, with what it uses of the processor.</summary>
internal sealed class MeasuredServer : IDisposable
{
    private readonly Process _process;

    private MeasuredServer(Process process, Uri address, TimeSpan start)
    {
        _process = process;
        Address = address;
        FirstAnswer = start;
    }

    public Uri Address { get; }

    /// <summary>From the start of the process to its first answer.</summary>
    public TimeSpan FirstAnswer { get; }

    public int Id => _process.Id;

    public double CpuSeconds => ProcessUse.CpuSeconds(_process.Id);

    /// <summary>The server by hand.</summary>
    public static Task<MeasuredServer> ByHandAsync(string connection)
    {
        var address = FreeAddress();
        var assembly = Repository.At("bench", "Ashlar.ByHand", "bin", "Release", "net10.0", "Ashlar.ByHand.dll");
        return StartAsync(address, "dotnet", [assembly, connection, address.ToString()], environment: [], ready: "/");
    }

    /// <summary>A generated system, which needs its tables first.</summary>
    public static Task<MeasuredServer> GeneratedAsync(string assembly, string connection)
    {
        var address = FreeAddress();
        return StartAsync(address, "dotnet", [assembly], Settings(connection, address), ready: "/health/live");
    }

    public static Dictionary<string, string> Settings(string connection, Uri? address = null) => new()
    {
        ["ConnectionStrings__Database"] = connection,
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["ASPNETCORE_URLS"] = address?.ToString() ?? "http://127.0.0.1:0",
        // The load is one address and a few accounts: the limit stays on, out of reach.
        ["Kernel__RequestsPerSecond"] = "1000000",
        ["Kernel__RequestBurst"] = "1000000",
    };

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static async Task<MeasuredServer> StartAsync(
        Uri address, string program, IEnumerable<string> arguments, Dictionary<string, string> environment, string ready)
    {
        using var client = new HttpClient();
        var clock = Stopwatch.StartNew();
        var process = Programs.Start(program, arguments, environment);
        // Whatever a server logs must not fill the pipe.
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (!process.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(address, ready));
                return new(process, address, clock.Elapsed);
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5));
            }
        }

        throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        return new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
    }
}
