using System.Diagnostics;
using System.Globalization;

namespace Ashlar.Bench.Load;

/// <summary>
/// The process that makes requests: so many connections, each sending one request after the other for so many seconds.
/// Prints how many were answered and in what time.
/// </summary>
internal static class LoadClient
{
    public static async Task<int> RunAsync(string server, string workload, LoadSize size)
    {
        var streams = await Task.WhenAll(Enumerable.Range(0, size.Connections)
            .Select(index => RequestStream.OpenAsync(new Uri(server), workload, index, size)));
        var clock = Stopwatch.StartNew();
        var until = TimeSpan.FromSeconds(size.Seconds);
        var counts = await Task.WhenAll(streams.Select(stream => Task.Run(() => CountAsync(stream, clock, until))));
        var seconds = clock.Elapsed.TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{counts.Sum()} {seconds:0.000}"));
        foreach (var stream in streams)
        {
            stream.Dispose();
        }

        return 0;
    }

    private static async Task<long> CountAsync(RequestStream stream, Stopwatch clock, TimeSpan until)
    {
        var count = 0L;
        while (clock.Elapsed < until)
        {
            await stream.SendNextAsync();
            count++;
        }

        return count;
    }
}

/// <summary>How much load, on how many products.</summary>
internal sealed record LoadSize(int Connections, double Seconds, int Rows, bool IsSignedIn)
{
    public static LoadSize Of(ReadOnlySpan<string> arguments) => new(
        int.Parse(arguments[0], CultureInfo.InvariantCulture),
        double.Parse(arguments[1], CultureInfo.InvariantCulture),
        int.Parse(arguments[2], CultureInfo.InvariantCulture),
        bool.Parse(arguments[3]));

    public IEnumerable<string> Arguments => [
        Connections.ToString(CultureInfo.InvariantCulture),
        Seconds.ToString(CultureInfo.InvariantCulture),
        Rows.ToString(CultureInfo.InvariantCulture),
        IsSignedIn.ToString(CultureInfo.InvariantCulture),
    ];
}
